#include "lint/codes.hpp"
namespace kiosk { std::vector<ProblemCode> const& problem_codes() { static std::vector<ProblemCode> const codes; return codes; } }
