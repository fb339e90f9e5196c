// The name of a file, which a hundred thousand places of a large schedule share.
#pragma once

#include <memory>
#include <string>
#include <utility>

namespace kiosk {

/// A text that is written once and copied often: copies share it. For any thread.
class SourceName {
public:
    SourceName() = default;
    SourceName(std::string name) : name_(name.empty() ? nullptr : std::make_shared<std::string const>(std::move(name))) {}
    SourceName(char const* name) : SourceName(std::string(name)) {}

    std::string const& text() const {
        static std::string const none;
        return name_ ? *name_ : none;
    }
    operator std::string const&() const { return text(); }
    bool empty() const { return !name_; }

    friend bool operator==(SourceName const& a, SourceName const& b) { return a.name_ == b.name_ || a.text() == b.text(); }

private:
    std::shared_ptr<std::string const> name_;  // none: empty
};

}  // namespace kiosk
