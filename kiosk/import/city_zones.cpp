#include "import/city_zones.hpp"

#include <array>
#include <string>
#include <vector>

#include "base/utf8.hpp"

namespace kiosk {
namespace {

// clang-format off
constexpr auto cities = std::to_array<CityZone>({
    // Longer names before those that they contain.
    {"New Orleans", "America/Chicago"}, {"New York", "America/New_York"}, {"Newark", "America/New_York"},
    {"Washington", "America/New_York"}, {"Boston", "America/New_York"}, {"Philadelphia", "America/New_York"},
    {"Pittsburgh", "America/New_York"}, {"Baltimore", "America/New_York"}, {"Atlanta", "America/New_York"},
    {"Miami", "America/New_York"}, {"Orlando", "America/New_York"}, {"Tampa", "America/New_York"},
    {"Charlotte", "America/New_York"}, {"Raleigh", "America/New_York"}, {"Cleveland", "America/New_York"},
    {"Columbus", "America/New_York"}, {"Cincinnati", "America/New_York"}, {"Ann Arbor", "America/Detroit"},
    {"Detroit", "America/Detroit"}, {"Indianapolis", "America/Indiana/Indianapolis"},
    {"Louisville", "America/Kentucky/Louisville"}, {"Nashville", "America/Chicago"},
    {"Memphis", "America/Chicago"}, {"Chicago", "America/Chicago"}, {"Milwaukee", "America/Chicago"},
    {"Minneapolis", "America/Chicago"}, {"St. Louis", "America/Chicago"}, {"Kansas City", "America/Chicago"},
    {"Dallas", "America/Chicago"}, {"Houston", "America/Chicago"}, {"Austin", "America/Chicago"},
    {"San Antonio", "America/Chicago"}, {"Denver", "America/Denver"}, {"Boulder", "America/Denver"},
    {"Salt Lake City", "America/Denver"}, {"Albuquerque", "America/Denver"}, {"Phoenix", "America/Phoenix"},
    {"Tucson", "America/Phoenix"}, {"Las Vegas", "America/Los_Angeles"}, {"Los Angeles", "America/Los_Angeles"},
    {"Long Beach", "America/Los_Angeles"}, {"San Diego", "America/Los_Angeles"},
    {"San Francisco", "America/Los_Angeles"}, {"San Jose", "America/Los_Angeles"},
    {"Santa Clara", "America/Los_Angeles"}, {"Berkeley", "America/Los_Angeles"},
    {"Anaheim", "America/Los_Angeles"}, {"Pasadena", "America/Los_Angeles"},
    {"Sacramento", "America/Los_Angeles"}, {"Monterey", "America/Los_Angeles"},
    {"Portland", "America/Los_Angeles"}, {"Seattle", "America/Los_Angeles"},
    {"Bellevue", "America/Los_Angeles"}, {"Honolulu", "Pacific/Honolulu"}, {"Anchorage", "America/Anchorage"},
    {"Montreal", "America/Toronto"}, {"Toronto", "America/Toronto"}, {"Ottawa", "America/Toronto"},
    {"Waterloo", "America/Toronto"}, {"Halifax", "America/Halifax"}, {"Winnipeg", "America/Winnipeg"},
    {"Calgary", "America/Edmonton"}, {"Edmonton", "America/Edmonton"}, {"Banff", "America/Edmonton"},
    {"Vancouver", "America/Vancouver"}, {"Mexico City", "America/Mexico_City"},
    {"Guadalajara", "America/Mexico_City"}, {"Cancun", "America/Cancun"}, {"San Juan", "America/Puerto_Rico"},
    {"Havana", "America/Havana"}, {"Punta Cana", "America/Santo_Domingo"}, {"Bogota", "America/Bogota"},
    {"Medellin", "America/Bogota"}, {"Cartagena", "America/Bogota"}, {"Lima", "America/Lima"},
    {"Quito", "America/Guayaquil"}, {"Santiago", "America/Santiago"},
    {"Buenos Aires", "America/Argentina/Buenos_Aires"}, {"Montevideo", "America/Montevideo"},
    {"Rio de Janeiro", "America/Sao_Paulo"}, {"Sao Paulo", "America/Sao_Paulo"},
    {"Porto Alegre", "America/Sao_Paulo"}, {"Brasilia", "America/Sao_Paulo"},
    {"London", "Europe/London"}, {"Manchester", "Europe/London"}, {"Edinburgh", "Europe/London"},
    {"Glasgow", "Europe/London"}, {"Oxford", "Europe/London"}, {"Brighton", "Europe/London"},
    {"Bristol", "Europe/London"}, {"Liverpool", "Europe/London"}, {"Cardiff", "Europe/London"},
    {"Belfast", "Europe/London"}, {"Dublin", "Europe/Dublin"}, {"Galway", "Europe/Dublin"},
    {"Lisbon", "Europe/Lisbon"}, {"Lisboa", "Europe/Lisbon"}, {"Porto", "Europe/Lisbon"},
    {"Madrid", "Europe/Madrid"}, {"Barcelona", "Europe/Madrid"}, {"Valencia", "Europe/Madrid"},
    {"Seville", "Europe/Madrid"}, {"Malaga", "Europe/Madrid"}, {"Bilbao", "Europe/Madrid"},
    {"Granada", "Europe/Madrid"}, {"Paris", "Europe/Paris"}, {"Lyon", "Europe/Paris"},
    {"Marseille", "Europe/Paris"}, {"Toulouse", "Europe/Paris"}, {"Bordeaux", "Europe/Paris"},
    {"Lille", "Europe/Paris"}, {"Strasbourg", "Europe/Paris"}, {"Grenoble", "Europe/Paris"},
    {"Rennes", "Europe/Paris"}, {"Nantes", "Europe/Paris"}, {"Cannes", "Europe/Paris"},
    {"Monaco", "Europe/Monaco"}, {"Brussels", "Europe/Brussels"}, {"Ghent", "Europe/Brussels"},
    {"Leuven", "Europe/Brussels"}, {"Antwerp", "Europe/Brussels"}, {"Luxembourg", "Europe/Luxembourg"},
    {"Amsterdam", "Europe/Amsterdam"}, {"Rotterdam", "Europe/Amsterdam"}, {"Utrecht", "Europe/Amsterdam"},
    {"Eindhoven", "Europe/Amsterdam"}, {"Delft", "Europe/Amsterdam"}, {"The Hague", "Europe/Amsterdam"},
    {"Berlin", "Europe/Berlin"}, {"Hamburg", "Europe/Berlin"}, {"Munich", "Europe/Berlin"},
    {"Munchen", "Europe/Berlin"}, {"Cologne", "Europe/Berlin"}, {"Koln", "Europe/Berlin"},
    {"Frankfurt", "Europe/Berlin"}, {"Stuttgart", "Europe/Berlin"}, {"Dusseldorf", "Europe/Berlin"},
    {"Leipzig", "Europe/Berlin"}, {"Dresden", "Europe/Berlin"}, {"Hannover", "Europe/Berlin"},
    {"Heidelberg", "Europe/Berlin"}, {"Karlsruhe", "Europe/Berlin"}, {"Nuremberg", "Europe/Berlin"},
    {"Darmstadt", "Europe/Berlin"}, {"Bremen", "Europe/Berlin"}, {"Kiel", "Europe/Berlin"},
    {"Zurich", "Europe/Zurich"}, {"Geneva", "Europe/Zurich"}, {"Lausanne", "Europe/Zurich"},
    {"Basel", "Europe/Zurich"}, {"Lugano", "Europe/Zurich"}, {"Vienna", "Europe/Vienna"},
    {"Wien", "Europe/Vienna"}, {"Graz", "Europe/Vienna"}, {"Salzburg", "Europe/Vienna"},
    {"Innsbruck", "Europe/Vienna"}, {"Rome", "Europe/Rome"}, {"Milan", "Europe/Rome"},
    {"Florence", "Europe/Rome"}, {"Venice", "Europe/Rome"}, {"Bologna", "Europe/Rome"},
    {"Turin", "Europe/Rome"}, {"Torino", "Europe/Rome"}, {"Naples", "Europe/Rome"}, {"Trento", "Europe/Rome"},
    {"Pisa", "Europe/Rome"}, {"Valletta", "Europe/Malta"}, {"Athens", "Europe/Athens"},
    {"Thessaloniki", "Europe/Athens"}, {"Heraklion", "Europe/Athens"}, {"Nicosia", "Asia/Nicosia"},
    {"Copenhagen", "Europe/Copenhagen"}, {"Aarhus", "Europe/Copenhagen"}, {"Oslo", "Europe/Oslo"},
    {"Bergen", "Europe/Oslo"}, {"Trondheim", "Europe/Oslo"}, {"Stockholm", "Europe/Stockholm"},
    {"Gothenburg", "Europe/Stockholm"}, {"Malmo", "Europe/Stockholm"}, {"Uppsala", "Europe/Stockholm"},
    {"Linkoping", "Europe/Stockholm"}, {"Helsinki", "Europe/Helsinki"}, {"Espoo", "Europe/Helsinki"},
    {"Tampere", "Europe/Helsinki"}, {"Reykjavik", "Atlantic/Reykjavik"}, {"Tallinn", "Europe/Tallinn"},
    {"Riga", "Europe/Riga"}, {"Vilnius", "Europe/Vilnius"}, {"Warsaw", "Europe/Warsaw"},
    {"Krakow", "Europe/Warsaw"}, {"Gdansk", "Europe/Warsaw"}, {"Wroclaw", "Europe/Warsaw"},
    {"Prague", "Europe/Prague"}, {"Brno", "Europe/Prague"}, {"Bratislava", "Europe/Bratislava"},
    {"Budapest", "Europe/Budapest"}, {"Ljubljana", "Europe/Ljubljana"}, {"Zagreb", "Europe/Zagreb"},
    {"Dubrovnik", "Europe/Zagreb"}, {"Belgrade", "Europe/Belgrade"}, {"Sarajevo", "Europe/Sarajevo"},
    {"Sofia", "Europe/Sofia"}, {"Bucharest", "Europe/Bucharest"}, {"Kyiv", "Europe/Kyiv"},
    {"Istanbul", "Europe/Istanbul"}, {"Ankara", "Europe/Istanbul"}, {"Tbilisi", "Asia/Tbilisi"},
    {"Yerevan", "Asia/Yerevan"}, {"Tel Aviv", "Asia/Jerusalem"}, {"Jerusalem", "Asia/Jerusalem"},
    {"Haifa", "Asia/Jerusalem"}, {"Dubai", "Asia/Dubai"}, {"Abu Dhabi", "Asia/Dubai"}, {"Doha", "Asia/Qatar"},
    {"Riyadh", "Asia/Riyadh"}, {"Cairo", "Africa/Cairo"}, {"Marrakech", "Africa/Casablanca"},
    {"Casablanca", "Africa/Casablanca"}, {"Tunis", "Africa/Tunis"}, {"Lagos", "Africa/Lagos"},
    {"Accra", "Africa/Accra"}, {"Nairobi", "Africa/Nairobi"}, {"Kigali", "Africa/Kigali"},
    {"Kampala", "Africa/Kampala"}, {"Addis Ababa", "Africa/Addis_Ababa"},
    {"Johannesburg", "Africa/Johannesburg"}, {"Cape Town", "Africa/Johannesburg"},
    {"Delhi", "Asia/Kolkata"}, {"Mumbai", "Asia/Kolkata"}, {"Bangalore", "Asia/Kolkata"},
    {"Bengaluru", "Asia/Kolkata"}, {"Hyderabad", "Asia/Kolkata"}, {"Chennai", "Asia/Kolkata"},
    {"Kochi", "Asia/Kolkata"}, {"Kolkata", "Asia/Kolkata"}, {"Goa", "Asia/Kolkata"},
    {"Colombo", "Asia/Colombo"}, {"Kathmandu", "Asia/Kathmandu"}, {"Dhaka", "Asia/Dhaka"},
    {"Singapore", "Asia/Singapore"}, {"Kuala Lumpur", "Asia/Kuala_Lumpur"}, {"Bangkok", "Asia/Bangkok"},
    {"Phuket", "Asia/Bangkok"}, {"Hanoi", "Asia/Bangkok"}, {"Ho Chi Minh City", "Asia/Ho_Chi_Minh"},
    {"Jakarta", "Asia/Jakarta"}, {"Bali", "Asia/Makassar"}, {"Manila", "Asia/Manila"},
    {"Hong Kong", "Asia/Hong_Kong"}, {"Macau", "Asia/Macau"}, {"Taipei", "Asia/Taipei"},
    {"Shanghai", "Asia/Shanghai"}, {"Beijing", "Asia/Shanghai"}, {"Shenzhen", "Asia/Shanghai"},
    {"Guangzhou", "Asia/Shanghai"}, {"Hangzhou", "Asia/Shanghai"}, {"Seoul", "Asia/Seoul"},
    {"Busan", "Asia/Seoul"}, {"Daejeon", "Asia/Seoul"}, {"Jeju", "Asia/Seoul"}, {"Tokyo", "Asia/Tokyo"},
    {"Kyoto", "Asia/Tokyo"}, {"Osaka", "Asia/Tokyo"}, {"Yokohama", "Asia/Tokyo"}, {"Nagoya", "Asia/Tokyo"},
    {"Fukuoka", "Asia/Tokyo"}, {"Sapporo", "Asia/Tokyo"}, {"Sydney", "Australia/Sydney"},
    {"Melbourne", "Australia/Melbourne"}, {"Canberra", "Australia/Sydney"}, {"Brisbane", "Australia/Brisbane"},
    {"Gold Coast", "Australia/Brisbane"}, {"Adelaide", "Australia/Adelaide"}, {"Perth", "Australia/Perth"},
    {"Hobart", "Australia/Hobart"}, {"Auckland", "Pacific/Auckland"}, {"Wellington", "Pacific/Auckland"},
    {"Christchurch", "Pacific/Auckland"},
});
// clang-format on

/// Letters without accents, everything else as one blank; capitals stay, unlike in comparison_key.
std::string plain_words(std::string_view text) {
    std::string plain = " ";
    for (auto const& point : decode_utf8(text)) {
        char32_t const c = point.value;
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        std::string const folded = c < 0x80 ? "" : comparison_key(text.substr(point.begin, point.size));
        if (letter) plain += static_cast<char>(c);
        else if (!folded.empty()) plain += folded;
        else if (plain.back() != ' ') plain += ' ';
    }
    return plain + ' ';
}

/// The table's names as plain_words writes them, made once.
std::vector<std::string> const& plain_cities() {
    static auto const all = [] {
        std::vector<std::string> names;
        for (CityZone const& entry : cities) names.push_back(plain_words(entry.city));
        return names;
    }();
    return all;
}

}  // namespace

std::optional<CityZone> find_city(std::string_view text) {
    std::string const words = plain_words(text);
    std::optional<CityZone> first;
    std::size_t first_place = std::string::npos;
    for (std::size_t entry = 0; entry < cities.size(); ++entry) {
        auto const place = words.find(plain_cities()[entry]);
        if (place < first_place) {
            first_place = place;
            first = cities[entry];
        }
    }
    return first;
}

}  // namespace kiosk
