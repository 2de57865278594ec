// The secrets of one device, and how a party's seed reaches a device or outlives a rotation (security.md 2.3, 2.4).
#pragma once

#include "domain/ids.h"
#include "vault/recovery_code.h"
#include "wire/roster_op.h"

namespace goodweek::sync {

// Made once on the device and never copied off it: a clone would reuse chain numbers and look like a fork.
struct DeviceKeys {
    vault::Key sign_seed, kem_seed;
    vault::SignPublic sign_key{};
    vault::KemPublic kem_key{};
    DeviceId id;
};
DeviceKeys device_keys(const vault::Key& sign_seed, const vault::Key& kem_seed);
DeviceKeys new_device_keys();
// The role-4 device that a recovery code is; the same code gives the same device (2.6).
DeviceKeys recovery_keys(const vault::RecoveryCode& code);

// A party's seed for one device's eyes. What it is bound to goes into the wrapping key, so a slot moved to another
// party, epoch or device opens nowhere.
wire::SealedSeed seal_seed(const vault::Key& seed, const PartyId& party, std::uint32_t epoch, const DeviceId& to,
                           const vault::KemPublic& to_key);
// Nothing unless it opens and is the seed of `party_key`.
std::optional<vault::Key> open_seed(const wire::SealedSeed& slot, const PartyId& party, std::uint32_t epoch,
                                    const DeviceKeys& device, const vault::KemPublic& party_key);

// The seed of an epoch for those who hold the next one, so that a new device can read what was before.
Bytes seal_history(const vault::Key& next, const vault::Key& previous, const PartyId& party,
                   std::uint32_t previous_epoch);
std::optional<vault::Key> open_history(ByteView box, const vault::Key& next, const PartyId& party,
                                       std::uint32_t previous_epoch, const vault::KemPublic& previous_key);

}  // namespace goodweek::sync
