#include <algorithm>
#include <cassert>

#include "vault/compaction.h"
#include "vault/file_names.h"
#include "vault/vault.h"

namespace goodweek::vault {

namespace {

Failure<VaultProblem> no(VaultProblem problem) { return Failure<VaultProblem>(problem); }

// A bundle of the largest class with eight readers is a little over a megabyte (security.md 3.3).
constexpr std::size_t largest_bundle = std::size_t{2} << 20;

}  // namespace

// One commit under way. The vault's memory changes only when the manifest is on the disk.
class Committing {
public:
    Committing(Vault& vault, const Change& change) : vault_(vault), change_(change), next_(vault.manifest_) {}

    Result<Commit, VaultProblem> run() {
        const auto wrote = write();
        // These names are spent, whatever became of them: nothing else is ever written under them.
        vault_.manifest_.next_segment = next_.next_segment;
        vault_.manifest_.next_outbox = next_.next_outbox;
        ++vault_.next_generation_;
        if (!wrote) {
            undo();
            return no(wrote.error());
        }
        adopt();
        return std::move(commit_);
    }

private:
    Result<void, VaultProblem> write() {
        commit_.generation = vault_.next_generation_;
        next_.state = change_.state;
        next_.previous = vault_.manifest_hash_;
        TRY_VOID(join_segments());
        TRY_VOID(write_records());
        TRY_VOID(write_outbox());
        return write_manifest();
    }

    Result<Listed, VaultProblem> put(char folder, std::uint64_t number, ByteView bytes) {
        const auto name = file_name(folder, number);
        const auto hash = file_hash(bytes);
        // Listed before it is tried: a write that failed may have left its file.
        commit_.files.push_back({name, bytes.size(), hash});
        if (const auto put = vault_.store_->write_once(name, bytes); !put) {
            if (put.error() == StoreProblem::already_there) commit_.files.pop_back();
            return no(as_vault_problem(put.error()));
        }
        return Listed{number, bytes.size(), hash};
    }

    Result<Listed, VaultProblem> put_segment(std::span<const ByteView> records) {
        const auto number = next_.next_segment++;
        return put('s', number, seal_segment(vault_.key_, {vault_.id_, number}, records));
    }

    Result<void, VaultProblem> join_segments() {
        std::vector<std::size_t> sizes;
        for (const auto& listed : next_.segments)
            sizes.push_back(static_cast<std::size_t>(listed.length) - sealed_head - seal_overhead);
        const auto run = segments_to_join(sizes);
        if (!run) return {};

        std::vector<Records> sources;
        std::vector<ByteView> records;
        for (auto i = run->first; i < run->last; ++i) {
            auto source = read(next_.segments[i]);
            // A file that went bad since it was last read must not stop today's entry from being saved.
            if (!source) return {};
            sources.push_back(std::move(*source));
        }
        for (const auto& source : sources) records.insert(records.end(), source.all().begin(), source.all().end());

        const auto joined = TRY(put_segment(records));
        const auto first = next_.segments.begin() + static_cast<std::ptrdiff_t>(run->first);
        const auto last = next_.segments.begin() + static_cast<std::ptrdiff_t>(run->last);
        *first = joined;
        next_.segments.erase(first + 1, last);
        return {};
    }

    std::optional<Records> read(const Listed& listed) const {
        const auto file = vault_.store_->read(file_name('s', listed.number));
        if (!file || file->size() != listed.length || file_hash(*file) != listed.hash) return std::nullopt;
        auto records = open_segment(vault_.key_, {vault_.id_, listed.number}, *file);
        if (!records) return std::nullopt;
        return std::move(*records);
    }

    Result<void, VaultProblem> write_records() {
        std::vector<ByteView> batch;
        std::size_t size = 0;
        for (const auto& record : vault_.pending_) {
            const auto added = record_head + record.size();
            if (size + added > most_plain) {
                next_.segments.push_back(TRY(put_segment(batch)));
                batch.clear();
                size = 0;
            }
            batch.push_back(record);
            size += added;
        }
        if (!batch.empty()) next_.segments.push_back(TRY(put_segment(batch)));
        return {};
    }

    Result<void, VaultProblem> write_outbox() {
        std::erase_if(next_.outbox, [&](const Listed& listed) {
            return std::ranges::find(change_.done, listed.number) != change_.done.end();
        });
        for (const auto& bundle : change_.to_send) {
            if (bundle.size() > largest_bundle) return no(VaultProblem::bundle_too_large);
            const auto number = next_.next_outbox++;
            next_.outbox.push_back(TRY(put('o', number, bundle)));
            commit_.outbox.push_back(number);
        }
        return {};
    }

    Result<void, VaultProblem> write_manifest() {
        const auto body = encode(next_);
        if (body.size() > most_plain) return no(VaultProblem::state_too_large);
        const Place place{vault_.id_, commit_.generation};
        manifest_hash_ = TRY(put('m', place.number, seal_manifest(vault_.key_, place, body))).hash;
        return {};
    }

    // Backwards, so that no manifest ever stands without its files.
    void undo() {
        for (auto file = commit_.files.rbegin(); file != commit_.files.rend(); ++file)
            if (!vault_.store_->remove(file->name)) vault_.to_remove_.insert(file->name);
    }

    void adopt() {
        vault_.manifest_ = std::move(next_);
        vault_.manifest_hash_ = manifest_hash_;
        vault_.generation_ = commit_.generation;
        vault_.pending_.clear();
        vault_.remember(vault_.manifest_, commit_.generation);
        forget_old_generations();
    }

    void forget_old_generations() {
        auto& kept = vault_.kept_;
        while (kept.size() > 2 && kept.front().number < vault_.durable_) {
            vault_.to_remove_.merge(kept.front().files);
            kept.pop_front();
        }
        for (const auto& generation : kept)
            for (const auto& name : generation.files) vault_.to_remove_.erase(name);
        std::erase_if(vault_.to_remove_, [&](const std::string& name) {
            const bool removed = vault_.store_->remove(name).has_value();
            if (removed) commit_.gone.push_back(name);
            return removed;
        });
    }

    Vault& vault_;
    const Change& change_;
    Manifest next_;
    Hash manifest_hash_{};
    Commit commit_;
};

Result<Commit, VaultProblem> Vault::commit(const Change& change) {
    if (read_only_) return no(VaultProblem::read_only);
    return Committing(*this, change).run();
}

void Vault::remember(const Manifest& manifest, std::uint64_t generation) {
    Generation files{.number = generation, .files = {file_name('m', generation)}};
    for (const auto& listed : manifest.segments) files.files.insert(file_name('s', listed.number));
    for (const auto& listed : manifest.outbox) files.files.insert(file_name('o', listed.number));
    kept_.push_back(std::move(files));
}

}  // namespace goodweek::vault
