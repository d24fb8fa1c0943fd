// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/rowindex.h"

#include <algorithm>

void RowIndex::insert(quint32 hash, quint32 number)
{
    Shard &to = shard(hash);
    if ((to.used + 1) * 4
        > to.places.size() * 3) // above three quarters, looking for what is not there gets slow
        grow(to);
    put(to.places, {hash, number});
    ++to.used;
}

void RowIndex::remove(quint32 hash, quint32 number)
{
    Shard &from = shard(hash);
    std::vector<Place> &places = from.places;
    if (places.empty())
        return;
    size_t hole = home(hash, places.size());
    while (places[hole].number != number) {
        if (places[hole].number == nobody)
            return;
        hole = next(hole, places.size());
    }
    // What follows moves up unless that would bring it before its home: no tombstones are left.
    for (size_t i = next(hole, places.size()); places[i].number != nobody; i = next(i, places.size())) {
        const size_t at = home(places[i].hash, places.size());
        const bool isBetween = hole < i ? hole < at && at <= i : hole < at || at <= i;
        if (!isBetween) {
            places[hole] = places[i];
            hole = i;
        }
    }
    places[hole] = Place();
    --from.used;
}

void RowIndex::clear()
{
    m_shards.assign(m_shards.size(), Shard());
}

qsizetype RowIndex::bytesUsed() const
{
    size_t bytes = m_shards.size() * sizeof(Shard);
    for (const Shard &each : m_shards)
        bytes += each.places.capacity() * sizeof(Place);
    return static_cast<qsizetype>(bytes);
}

void RowIndex::put(std::vector<Place> &places, Place one)
{
    size_t i = home(one.hash, places.size());
    while (places[i].number != nobody)
        i = next(i, places.size());
    places[i] = one;
}

void RowIndex::grow(Shard &shard)
{
    std::vector<Place> places(std::max<size_t>(8, shard.places.size() * 3 / 2));
    for (const Place &one : shard.places) {
        if (one.number != nobody)
            put(places, one);
    }
    shard.places = std::move(places);
}
