#include "session/route.h"

#include <array>
#include <vector>

namespace goodweek::session {

namespace {

struct Named {
    Page page;
    std::string_view name;
};

constexpr std::array pages{
    Named{Page::week, "week"},
    Named{Page::day, "day"},
    Named{Page::plan, "plan"},
    Named{Page::open, "open"},
    Named{Page::start, "start"},
    Named{Page::create, "create"},
    Named{Page::recovery, "recovery"},
    Named{Page::join, "join"},
    Named{Page::add_phone, "add-phone"},
    Named{Page::accept_phone, "add"},
    Named{Page::came, "came"},
    Named{Page::today, "today"},
    Named{Page::log, "log"},
    Named{Page::log_one, "log-one"},
    Named{Page::import, "import"},
    Named{Page::readings, "readings"},
    Named{Page::reading, "reading"},
    Named{Page::goals, "goals"},
    Named{Page::goal, "goal"},
    Named{Page::care_plan, "care-plan"},
    Named{Page::section, "section"},
    Named{Page::section_form, "section-form"},
    Named{Page::others, "others"},
    Named{Page::timeline, "timeline"},
    Named{Page::summary, "summary"},
    Named{Page::watching, "watching"},
    Named{Page::entry, "entry"},
    Named{Page::more, "more"},
    Named{Page::people, "people"},
    Named{Page::person, "person"},
    Named{Page::help, "help"},
    Named{Page::settings, "settings"},
    Named{Page::messages, "messages"},
    Named{Page::sync, "sync"},
    Named{Page::caseload, "caseload"},
    Named{Page::family, "family"},
    Named{Page::questionnaires, "questionnaires"},
    Named{Page::question, "question"},
    Named{Page::scores, "scores"},
};

// Each part of an address says which it is by its first letter, so that any of them can be left out.
template <class Id>
void append(std::string& text, char tag, const Id& id) {
    if (id.empty()) return;
    text += '/';
    text += tag;
    text += id.hex();
}

template <class Id>
void read(Id& id, std::string_view hex) {
    if (const auto bytes = from_hex(hex))
        if (const auto found = Id::from(*bytes)) id = *found;
}

}  // namespace

std::string to_text(const Route& route) {
    std::string text = "#/";
    for (const auto& named : pages)
        if (named.page == route.page) text += named.name;
    append(text, 'f', route.family);
    append(text, 'p', route.person);
    append(text, 'e', route.entity);
    // Last, because an invite's text may have slashes of its own.
    if (!route.what.empty()) text += "/=" + route.what;
    return text;
}

Route route_from(std::string_view address) {
    if (address.starts_with('#')) address.remove_prefix(1);
    if (address.starts_with('/')) address.remove_prefix(1);
    const auto name = address.substr(0, address.find('/'));
    Route route{.page = Page::today};
    bool known = false;
    for (const auto& named : pages)
        if (named.name == name) {
            route.page = named.page;
            known = true;
        }
    if (!known) return route;
    address.remove_prefix(name.size());
    if ((route.page == Page::join || route.page == Page::accept_phone) && address.size() > 1 && address[1] != '=') {
        route.what = address.substr(1);  // as paper and other phones spell it: "#/join/..."
        return route;
    }
    while (address.size() > 1) {
        address.remove_prefix(1);
        if (address.starts_with('=')) {
            route.what = address.substr(1);
            break;
        }
        const auto part = address.substr(0, address.find('/'));
        if (part.starts_with('f')) read(route.family, part.substr(1));
        if (part.starts_with('p')) read(route.person, part.substr(1));
        if (part.starts_with('e')) read(route.entity, part.substr(1));
        address.remove_prefix(part.size());
    }
    return route;
}

}  // namespace goodweek::session
