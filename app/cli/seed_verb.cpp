// seed: an invented clinic and invented families, as real profiles at a real relay.
#include <sys/stat.h>

#include <charconv>
#include <limits>

#include "cli/files.h"
#include "cli/joining.h"
#include "cli/verbs.h"
#include "library.h"
#include "session/invented.h"

namespace goodweek::cli {

using namespace session;

namespace {

constexpr std::uint64_t the_seed = 2026;
constexpr std::string_view worker_key = "worker";

// Printed, on purpose: these people do not exist, and whoever looks around needs a way in.
std::string passphrase_of(std::string_view key) { return std::string{key} + " larkrise invented week"; }

// The invented year's last moment: now, or on another day the quarter to eight of the pictures.
std::optional<LocalMoment> last_moment(const Call& call) {
    if (!call.has("--today")) return LocalMoment{now(), local_offset()};
    const auto day = parse_day(call.value("--today"));
    if (!day) return std::nullopt;
    const Minutes time{7 * 60 + 45};
    return moment_of(*day, time, local_offset(*day, time));
}

// Without --first all there are; none where it is no number.
std::size_t how_many(const Call& call) {
    if (!call.has("--first")) return std::numeric_limits<std::size_t>::max();
    const auto& typed = call.value("--first");
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return error == std::errc{} && end == typed.data() + typed.size() ? number : 0;
}

std::optional<Answer> make_clinic(const Call& call, const std::string& folder) {
    const auto founded = found_clinic(folder, {.clinic = {.clinic = std::string{invented_clinic},
                                                          .worker = std::string{invented_worker},
                                                          .relay = call.value("--relay"),
                                                          .admin_token = call.value("--admin-token")},
                                               .app = call.value("--app"),
                                               .passphrase = passphrase_of(worker_key)});
    if (!founded) return founded.error();
    return std::nullopt;
}

std::optional<Answer> open_with(Household& household, std::string_view key) {
    household.drafts().open.passphrase = passphrase_of(key);
    household.apply(Open{});
    if (household.state().stage == Stage::open) return std::nullopt;
    return refused("The profile of " + std::string{key} + " could not be opened again.");
}

// A new family writes its year down, joins by the invite and sends.
std::optional<Answer> make_family(const std::string& folder, const InventedFamily& family,
                                  const std::string& invite) {
    Household household{folder};
    use_passphrase(household, passphrase_of(family.key));
    household.drafts().create.home = family.name;
    household.apply(CreateFamily{});
    const auto keepsakes = finish_creating(household);
    if (!keepsakes) return keepsakes.error();
    household.apply(AddInvented{.entries = family.entries, .family = {}});
    if (const auto trouble = household.trouble()) return refused(*trouble);
    if (const auto stop = join(household, {.invite = invite, .paper_words = {}, .sharing = family.sharing}))
        return stop;
    return sync_fully(household);
}

// What the link worker wrote to each family in that year, from the worker's own machine.
std::optional<Answer> answer_families(const std::string& folder, const std::vector<InventedFamily>& families) {
    Household worker{folder};
    if (const auto stop = open_with(worker, worker_key)) return stop;
    if (const auto stop = sync_fully(worker)) return stop;
    for (const auto& [id, known] : worker.state().families)
        for (const auto& family : families)
            if (known.answers.home.name() == family.name)
                worker.apply(AddInvented{.entries = family.from_clinic, .family = id});
    return sync_fully(worker);
}

std::optional<Answer> fetch_answers(const std::string& folder, const InventedFamily& family) {
    Household household{folder};
    if (const auto stop = open_with(household, family.key)) return stop;
    return sync_fully(household);
}

std::optional<Answer> invite_and_join(const Call& call, const std::string& worker_folder, const std::string& folder,
                                      const InventedFamily& family) {
    std::string invite;
    {
        Household worker{worker_folder, local_offset(), call.value("--app")};
        if (const auto stop = open_with(worker, worker_key)) return stop;
        const auto made = make_invite(worker, family.name);
        if (!made) return made.error();
        invite = made->text;
    }
    return make_family(folder, family, invite);
}

Answer report(const std::string& folder, const std::vector<InventedFamily>& families, bool already) {
    Json profiles = Json::array();
    std::string text = already ? "It is all here already:" : "An invented clinic and its families:";
    const auto add = [&](std::string_view key, std::string_view name) {
        profiles.push_back({{"key", key},
                            {"name", name},
                            {"profile", folder + "/" + std::string{key}},
                            {"passphrase", passphrase_of(key)}});
        text += "\n  " + folder + "/" + std::string{key} + "  " + std::string{name} +
                "  passphrase: " + passphrase_of(key);
    };
    add(worker_key, std::string{invented_worker} + ", " + std::string{invented_clinic});
    for (const auto& family : families) add(family.key, family.name);
    return done({{"seeded", folder}, {"already", already}, {"profiles", std::move(profiles)}}, std::move(text));
}

}  // namespace

Answer seed(const Call& call) {
    const auto& folder = call.words[0];
    const auto last = last_moment(call);
    if (!last) return refused("\u201C" + call.value("--today") + "\u201D is not a day. Write it as 2026-11-06.");
    const auto library = exchange::open_library(library_file);
    const auto most = how_many(call);
    if (most == 0) return refused("\u201C" + call.value("--first") + "\u201D is not a number of families.");
    const auto told = library ? invented_families(*library, the_seed, *last, most)
                              : Failure<exchange::FileProblem>(library.error());
    if (!told) return refused("The invented families could not be told: " + told.error().where + ".");
    const auto& families = *told;
    // Written when all is done, so that a seeding that was cut short is seen for what it is. It says who is there, for
    // whoever brings them into a browser.
    const auto mark = folder + "/seeded";
    if (read_file(mark)) return report(folder, families, true);
    if (!call.has("--relay") || !call.has("--admin-token"))
        return wrong_use("`seed` needs --relay URL and --admin-token T.");
    if (::mkdir(folder.c_str(), 0700) != 0 && errno == EEXIST && read_file(folder + "/worker/hdr"))
        return refused(folder + " holds a seeding that was cut short. Remove it and seed again.");

    const auto worker = folder + "/" + std::string{worker_key};
    if (const auto stop = make_clinic(call, worker)) return *stop;
    for (const auto& family : families)
        if (const auto stop = invite_and_join(call, worker, folder + "/" + family.key, family)) return *stop;
    if (const auto stop = answer_families(worker, families)) return *stop;
    for (const auto& family : families)
        if (const auto stop = fetch_answers(folder + "/" + family.key, family)) return *stop;
    auto seeded = report(folder, families, false);
    if (const auto written = write_file(mark, bytes_of(seeded.json.dump(2) + "\n"), Over::write); !written)
        return refused(written.error());
    return seeded;
}

}  // namespace goodweek::cli
