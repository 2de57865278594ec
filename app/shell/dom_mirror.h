// Turns what a screen says of itself into what the page must change: one flat buffer for web/bridge/mirror.js, holding
// only the differences since the last one. Knows no browser, so it is tested natively.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/bytes.h"
#include "ui/access.h"

namespace goodweek::shell {

// A node's number on the page. Numbers are never used again: an answer that comes late from an element that is gone
// finds nobody, rather than its successor.
using Handle = std::uint32_t;

class DomMirror {
public:
    // What the page must change to show `nodes`; empty when nothing differs. The bytes stay valid until the next call.
    // A key given twice, or a parent that is not in the list, is our own mistake: only the first of two is shown, and an
    // orphan stands at the end of the page, so that a family meets an odd page and not an empty one.
    ByteView publish(std::vector<ui::AccessNode> nodes);

    // Zero when the key is not on the page.
    Handle handle_of(ui::Key key) const;
    // Nothing when that element has left the page.
    std::optional<ui::Key> key_of(Handle handle) const;
    std::optional<ui::Role> role_of(Handle handle) const;

private:
    struct Placed {
        Handle handle = 0;
        std::size_t index = 0;  // in nodes_
    };
    std::vector<ui::AccessNode> nodes_;
    std::unordered_map<ui::Key, Placed> placed_;
    std::unordered_map<Handle, ui::Key> keys_;
    Handle last_handle_ = 0;
    Bytes buffer_;
};

// What the browser shows on its tab: the page's own title, with "Error: " before it while something is wrong.
std::string tab_title(const std::string& title, std::span<const ui::AccessNode> nodes);

}  // namespace goodweek::shell
