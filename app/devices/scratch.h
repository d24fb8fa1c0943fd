// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

/// Memory that a sort of a million rows takes and gives back. In large pages, where the system has them: in small ones the system takes
/// longer to hand it out than the sort itself, each time. Numbers in it are of no value until they are written: to write zeros first would
/// take as long again.
template <typename T>
class ScratchAllocator
{
public:
    using value_type = T; // NOLINT(readability-identifier-naming): the standard's name

    ScratchAllocator() = default;
    template <typename U>
    explicit(false) ScratchAllocator(const ScratchAllocator<U> & /*other*/)
    { }

    T *allocate(size_t count)
    {
#ifdef __linux__
        if (isLarge(count)) {
            const size_t bytes = (count * sizeof(T) + largePage - 1) / largePage * largePage;
            void *memory = std::aligned_alloc(largePage, bytes);
            if (!memory)
                throw std::bad_alloc();
            madvise(memory, bytes, MADV_HUGEPAGE); // a wish: without it all works the same
            return static_cast<T *>(memory);
        }
#endif
        return static_cast<T *>(::operator new(count * sizeof(T)));
    }

    void deallocate(T *memory, size_t count)
    {
#ifdef __linux__
        if (isLarge(count)) {
            std::free(memory);
            return;
        }
#endif
        ::operator delete(memory);
    }

    template <typename U>
    void construct(U *place)
    {
        ::new (static_cast<void *>(place)) U;
    }
    template <typename U, typename... Values>
    void construct(U *place, Values &&...values)
    {
        ::new (static_cast<void *>(place)) U(std::forward<Values>(values)...);
    }

    bool operator==(const ScratchAllocator & /*other*/) const { return true; }

private:
    static constexpr size_t largePage = 2 << 20;
    static bool isLarge(size_t count) { return count >= largePage / sizeof(T); }
};

template <typename T>
using Scratch = std::vector<T, ScratchAllocator<T>>;
