// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/textranking.h"

#include "app/base/processheap.h"
#include "app/devices/textsort.h"

#include <QElapsedTimer>

#include <utility>

namespace {

/// Of the window's thread at a time; painting and input get the rest of a frame.
constexpr qint64 copyBudgetMs = 4;
/// Rows between two looks at the clock.
constexpr size_t rowsAtOnce = 4096;

} // namespace

TextRanking::TextRanking(const DeviceTable &table, QObject *parent)
    : QObject(parent), m_table(table), m_channel(Channel<TextRanks>::create(this, [this] { end(); }))
{
    connect(&m_turn, &QTimer::timeout, this, &TextRanking::copySome);
}

TextRanking::~TextRanking()
{
    if (m_sorter.joinable())
        m_sorter.join();
}

void TextRanking::start(TextColumn column)
{
    Q_ASSERT(!m_column);
    m_column = column;
    m_rows = m_table.liveRows();
    m_copy = TextCopy();
    m_copy.reserve(m_rows.size());
    m_copied = 0;
    m_forgotten.clear();
    m_turn.start(0);
}

void TextRanking::forget(std::span<const DeviceRow> rows)
{
    if (m_column)
        m_forgotten.insert(m_forgotten.end(), rows.begin(), rows.end());
}

void TextRanking::copySome()
{
    QElapsedTimer clock;
    clock.start();
    while (m_copied < m_rows.size() && clock.elapsed() < copyBudgetMs) {
        const size_t count = std::min(rowsAtOnce, m_rows.size() - m_copied);
        m_copy.add(m_table, *m_column, std::span(m_rows).subspan(m_copied, count));
        m_copied += count;
    }
    if (m_copied == m_rows.size()) {
        m_turn.stop();
        sortCopy();
    }
}

// The copy goes to the thread whole, and the ranks come back through the channel: nothing is shared.
void TextRanking::sortCopy()
{
    m_sorter = std::thread(
        [copy = std::exchange(m_copy, {}), rows = std::exchange(m_rows, {}), channel = m_channel]() mutable {
            TextRanks ranks(TextSort(copy, Qt::AscendingOrder).ranks(), rows);
            copy = TextCopy();
            rows = {};
            returnFreedMemory(); // what reading left too: a ranking comes after every long list
            channel->push(std::move(ranks));
        });
}

void TextRanking::end()
{
    m_sorter.join(); // it has nothing left to do
    m_ranks = std::move(m_channel->takeAll().back());
    m_ranks.forget(std::exchange(m_forgotten, {}));
    emit ranked(*std::exchange(m_column, std::nullopt));
}
