// SPDX-License-Identifier: GPL-3.0-or-later
// The door between a target and clang's libFuzzer. The names are the library's.
#include "tests/fuzz/target.h"

#include <algorithm>
#include <cstdint>

extern "C" {

// NOLINTNEXTLINE(readability-identifier-naming)
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maxSize);

// NOLINTNEXTLINE(readability-identifier-naming)
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    tryBytes(QByteArrayView(data, static_cast<qsizetype>(size)));
    return 0;
}

// Begins anew with one of the seeds now and then, so that no folder of them is needed.
// NOLINTNEXTLINE(readability-identifier-naming)
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t maxSize, unsigned seed)
{
    static const QByteArrayList all = seeds();
    if (size <= 1 || seed % 64 == 0) {
        const QByteArray &one = all.at(static_cast<qsizetype>(seed / 64) % all.size());
        size = std::min(static_cast<size_t>(one.size()), maxSize);
        std::copy_n(one.constData(), size, data);
    }
    return LLVMFuzzerMutate(data, size, maxSize);
}
}
