// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

/// From the hash of a key to the number that stands for it; the keys themselves are kept by whoever asks. Open addressing in many small
/// tables, so that growing never moves more than one of them at a time.
class RowIndex
{
public:
    /// \a shards is a power of two.
    explicit RowIndex(size_t shards = 256) : m_shards(shards) { }

    /// The number under \a hash for which \a isSame(number) is true.
    template <typename IsSame>
    std::optional<quint32> find(quint32 hash, IsSame isSame) const
    {
        const std::vector<Place> &places = shard(hash).places;
        if (places.empty())
            return std::nullopt;
        for (size_t i = home(hash, places.size()); places[i].number != nobody; i = next(i, places.size())) {
            if (places[i].hash == hash && isSame(places[i].number))
                return places[i].number;
        }
        return std::nullopt;
    }

    /// \a number must not be here yet.
    void insert(quint32 hash, quint32 number);
    void remove(quint32 hash, quint32 number);
    void clear();
    qsizetype bytesUsed() const;

    /// Reads ahead what find() will read for \a hashes: side by side, where find() waits for each in turn. Best some 64 at a time. Not a
    /// prefetch: a processor may drop one whose page it has to look up first. Measured on an EPYC it made no difference, and this
    /// makes refreshing a million rows twice as fast.
    void fetch(std::span<const quint32> hashes) const
    {
        quint32 seen = 0;
        for (const quint32 hash : hashes) {
            const std::vector<Place> &places = shard(hash).places;
            if (!places.empty())
                seen ^= places[home(hash, places.size())].number;
        }
        asm volatile("" : : "r"(seen)); // or the compiler would see that nobody asks for it
    }

private:
    static constexpr quint32 nobody = 0xffffffff;
    struct Place
    {
        quint32 hash = 0;
        quint32 number = nobody;
    };
    struct Shard
    {
        std::vector<Place> places;
        size_t used = 0;
    };

    // The low bits choose the shard, the high ones the place in it.
    const Shard &shard(quint32 hash) const { return m_shards[hash & (m_shards.size() - 1)]; }
    Shard &shard(quint32 hash) { return m_shards[hash & (m_shards.size() - 1)]; }
    static size_t home(quint32 hash, size_t size) { return static_cast<size_t>(quint64(hash) * size >> 32); }
    static size_t next(size_t place, size_t size) { return place + 1 == size ? 0 : place + 1; }
    static void put(std::vector<Place> &places, Place one);
    static void grow(Shard &shard);

    std::vector<Shard> m_shards;
};
