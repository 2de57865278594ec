// The signed files in which a clinic lends the words of a form: one for each form, the last that was taken.
#pragma once

#include <map>

#include "records/log.h"

namespace goodweek::records {

class Lent {
public:
    void hear(const Entity& entity);
    const std::map<EntityId, Bytes>& files() const { return files_; }

private:
    std::map<EntityId, Bytes> files_;
};

}  // namespace goodweek::records
