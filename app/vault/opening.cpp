#include <algorithm>
#include <map>
#include <optional>

#include "vault/file_names.h"
#include "vault/layout.h"
#include "vault/vault.h"

namespace goodweek::vault {

namespace {

Failure<VaultProblem> no(VaultProblem problem) { return Failure<VaultProblem>(problem); }

}  // namespace

// Finding the generation to believe, and whatever was written after it.
class Opening {
public:
    Opening(Store& store, const VaultId& id, const Key& vault_key) : store_(store), vault_(store, id, vault_key) {}

    Result<Vault::Opened, VaultProblem> run() {
        TRY_VOID(list_files());
        TRY_VOID(read_manifests());
        const auto believed =
            std::ranges::find_if(manifests_, [&](const Found& found) { return whole(found.manifest); });
        if (believed == manifests_.end()) {
            soundness_ = Soundness::rescue;
            believe(manifests_.empty() ? nullptr : &manifests_.front());
        } else {
            const bool newest = generations_.empty() || believed->number == generations_.back();
            soundness_ = newest ? Soundness::whole : Soundness::mended;
            believe(&*believed);
        }
        take_records();
        take_what_no_manifest_names();
        take_outbox();
        spend_every_name();
        return finished();
    }

private:
    struct Found {
        std::uint64_t number = 0;
        Hash hash{};
        Manifest manifest;
    };
    struct Segment {
        std::uint64_t length = 0;
        Hash hash{};
        Records records;
    };

    Result<std::vector<std::uint64_t>, VaultProblem> list(std::string_view folder) const {
        const auto names = store_.list(folder);
        if (!names) return no(as_vault_problem(names.error()));
        return numbers_in(*names);
    }

    Result<void, VaultProblem> list_files() {
        generations_ = TRY(list("m"));
        segments_ = TRY(list("s"));
        outbox_ = TRY(list("o"));
        return {};
    }

    // Those that open, the newest first.
    Result<void, VaultProblem> read_manifests() {
        for (const auto number : generations_) {
            const auto file = store_.read(file_name('m', number));
            const auto body = file ? open_manifest(vault_.key_, {vault_.id_, number}, *file) : no_body();
            auto manifest = body ? decode_manifest(*body) : Failure<ManifestProblem>(ManifestProblem::damaged);
            if (manifest) manifests_.insert(manifests_.begin(), {number, file_hash(*file), std::move(*manifest)});
            else if (manifest.error() == ManifestProblem::newer) return no(VaultProblem::newer);
            else vault_.unreadable_.push_back(file_name('m', number));
        }
        return {};
    }
    static Result<Bytes, SealedProblem> no_body() { return Failure<SealedProblem>(SealedProblem::damaged); }

    Segment* segment(std::uint64_t number) {
        auto [at, is_new] = read_.try_emplace(number);
        if (is_new) {
            const auto file = store_.read(file_name('s', number));
            if (file)
                if (auto records = open_segment(vault_.key_, {vault_.id_, number}, *file))
                    at->second = Segment{file->size(), file_hash(*file), std::move(*records)};
        }
        return at->second ? &*at->second : nullptr;
    }

    Segment* as_listed(const Listed& listed) {
        auto* found = segment(listed.number);
        return found && found->length == listed.length && found->hash == listed.hash ? found : nullptr;
    }

    bool whole(const Manifest& manifest) {
        return std::ranges::all_of(manifest.segments,
                                   [&](const Listed& listed) { return as_listed(listed) != nullptr; });
    }

    void believe(const Found* believed) {
        if (!believed) return;
        vault_.manifest_ = believed->manifest;
        vault_.manifest_hash_ = believed->hash;
        vault_.generation_ = believed->number;
        vault_.durable_ = believed->number;
        for (auto found = manifests_.rbegin(); found != manifests_.rend(); ++found)
            if (found->number < believed->number) vault_.remember(found->manifest, found->number);
        vault_.remember(believed->manifest, believed->number);
        // A newer one that is not whole is readable and superseded; it goes when this generation does.
        for (const auto& found : manifests_)
            if (found.number > believed->number) leave(file_name('m', found.number));
    }

    // To be removed together with the generation we believe, so two commits from now.
    void leave(std::string name) {
        if (!vault_.kept_.empty()) vault_.kept_.back().files.insert(std::move(name));
    }

    void take_records() {
        for (const auto& listed : vault_.manifest_.segments) {
            named_.insert(listed.number);
            if (auto* found = as_listed(listed)) records_.push_back(std::move(found->records));
            else vault_.unreadable_.push_back(file_name('s', listed.number));
        }
    }

    // Segments of a commit whose manifest was lost or never written. Any of them may be the joined form of others, so
    // a record that is there already counts once.
    void take_what_no_manifest_names() {
        Writer plain;
        std::size_t recovered = 0;
        std::set<Hash> known;
        for (const auto number : segments_) {
            if (named_.contains(number)) continue;
            auto* found = segment(number);
            if (!found) {
                vault_.unreadable_.push_back(file_name('s', number));
                continue;
            }
            leave(file_name('s', number));
            const bool joined_since = number < vault_.manifest_.next_segment && soundness_ != Soundness::rescue;
            if (joined_since) continue;
            if (known.empty())
                for (const auto& segment : records_)
                    for (const auto record : segment.all()) known.insert(hash("record", {record}));
            for (const auto record : found->records.all()) {
                if (!known.insert(hash("record", {record})).second) continue;
                if (soundness_ != Soundness::rescue) vault_.pending_.emplace_back(record.begin(), record.end());
                ++recovered;
                plain.number(static_cast<std::uint32_t>(record.size())).raw(record);
            }
        }
        if (auto records = Records::split(plain.take(), recovered)) records_.push_back(std::move(*records));
    }

    void take_outbox() {
        std::vector<Listed> listed;
        std::swap(listed, vault_.manifest_.outbox);
        std::set<std::uint64_t> named;
        for (const auto& bundle : listed) {
            named.insert(bundle.number);
            auto file = store_.read(file_name('o', bundle.number));
            if (file && file->size() == bundle.length && file_hash(*file) == bundle.hash)
                take_bundle(bundle, std::move(*file), false);
            else vault_.unreadable_.push_back(file_name('o', bundle.number));
        }
        for (const auto number : outbox_) {
            if (named.contains(number)) continue;
            leave(file_name('o', number));
            auto file = store_.read(file_name('o', number));
            const bool given_up_since = number < vault_.manifest_.next_outbox;
            if (!file || given_up_since) continue;
            const Listed found{number, file->size(), file_hash(*file)};
            take_bundle(found, std::move(*file), true);
        }
    }

    void take_bundle(const Listed& listed, Bytes bytes, bool found) {
        vault_.manifest_.outbox.push_back(listed);
        bundles_.push_back({listed.number, std::move(bytes), found});
    }

    // Also those of files that cannot be read: a name is never written twice.
    void spend_every_name() {
        const auto past = [](const std::vector<std::uint64_t>& numbers, std::uint64_t next) {
            return numbers.empty() ? next : std::max(next, numbers.back() + 1);
        };
        vault_.next_generation_ = past(generations_, vault_.generation_ + 1);
        vault_.manifest_.next_segment = past(segments_, vault_.manifest_.next_segment);
        vault_.manifest_.next_outbox = past(outbox_, vault_.manifest_.next_outbox);
    }

    Vault::Opened finished() {
        vault_.read_only_ = soundness_ == Soundness::rescue;
        auto state = vault_.manifest_.state;
        return {std::move(vault_), soundness_, std::move(records_), std::move(state), std::move(bundles_)};
    }

    Store& store_;
    Vault vault_;
    Soundness soundness_ = Soundness::whole;
    std::vector<std::uint64_t> generations_, segments_, outbox_;  // ascending
    std::vector<Found> manifests_;
    std::map<std::uint64_t, std::optional<Segment>> read_;
    std::set<std::uint64_t> named_;
    std::vector<Records> records_;
    std::vector<OutboxItem> bundles_;
};

Result<Vault::Opened, VaultProblem> Vault::open(Store& store, const VaultId& id, const Key& vault_key) {
    return Opening(store, id, vault_key).run();
}

}  // namespace goodweek::vault
