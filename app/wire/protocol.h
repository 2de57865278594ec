// What relay and client say to each other: everything of the wire but rosters and bundles themselves.
#pragma once

#include "wire/auth.h"
#include "wire/base64url.h"
#include "wire/bodies.h"
#include "wire/calls.h"
#include "wire/errors.h"
#include "wire/frames.h"
#include "wire/http.h"
#include "wire/limits.h"
