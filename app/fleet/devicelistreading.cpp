// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/devicelistreading.h"

#include "app/devices/devicerequests.h"
#include "app/devices/devicestream.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

using namespace std::chrono_literals;

namespace {

// A third of a frame at 60 Hz: painting and input get the rest.
constexpr qint64 joinBudgetMs = 5;
// A list arrives faster than it is joined. So many chunks are some 4 MB; the server waits for the rest.
constexpr size_t mostWaiting = 32;
constexpr auto longestWait = 50ms;
// API document, sample of "Fetch Device Summary": about 309 bytes a device. Only a hint for memory.
constexpr qint64 bytesPerRow = 309;

} // namespace

DeviceListReading::DeviceListReading(DeviceTable &table, Session &session, std::optional<CompanyId> company,
                                     QObject *parent)
    : QObject(parent), m_table(table), m_session(session), m_company(std::move(company)),
      m_channel(Channel<DeviceChunk>::create(this, [this] { takeChunks(); }))
{ }

DeviceListReading::~DeviceListReading() = default; // a reading that is dropped leaves what it brought

const std::vector<bool> &DeviceListReading::companiesSeen() const
{
    return m_reading ? DeviceTable::companiesSeen(*m_reading) : m_seenAtEnd;
}

void DeviceListReading::start()
{
    auto stream = std::make_shared<DeviceStream>([channel = m_channel](DeviceChunk chunk) {
        channel->pushWhenRoom(std::move(chunk), mostWaiting, longestWait);
    });
    m_request = m_session.client().send(m_company ? deviceList(*m_company) : deviceList(), std::move(stream),
                                        this, [this](Result<ListEnd> end) {
                                            m_end = std::move(end);
                                            takeChunks();
                                        });
}

void DeviceListReading::takeChunks()
{
    if (!std::exchange(m_isJoining, true))
        joinChunks();
}

void DeviceListReading::joinChunks()
{
    QElapsedTimer clock;
    clock.start();
    while (fetchChunk() && clock.elapsed() < joinBudgetMs) {
        const DeviceChunk chunk = std::move(m_waiting.front());
        m_waiting.pop_front();
        join(chunk);
    }
    emit progressed();
    if (fetchChunk()) {
        QTimer::singleShot(0, this, &DeviceListReading::joinChunks);
        return;
    }
    m_isJoining = false;
    if (m_end)
        finish();
}

/// Not before the last ones are joined: until then the reader can see how much lies there. False: nothing waits.
bool DeviceListReading::fetchChunk()
{
    if (m_waiting.empty())
        std::ranges::move(m_channel->takeAll(), std::back_inserter(m_waiting));
    return !m_waiting.empty();
}

void DeviceListReading::join(const DeviceChunk &chunk)
{
    m_bytes = chunk.bytesTaken;
    m_bytesDeclared = chunk.bytesDeclared;
    if (!m_reading)
        m_reading =
            m_table.beginReading(m_session.account().id, m_company, chunk.bytesDeclared / bytesPerRow);
    const DeviceChange change = m_table.take(*m_reading, chunk);
    if (!change.isEmpty())
        emit rowsJoined(change);
}

void DeviceListReading::finish()
{
    const Result<ListEnd> end = *std::exchange(m_end, std::nullopt);
    if (!m_reading)
        m_reading = m_table.beginReading(m_session.account().id, m_company);
    m_seenAtEnd = DeviceTable::companiesSeen(*m_reading);
    const DeviceChange change = m_table.finish(std::move(m_reading), end.has_value());
    if (!change.isEmpty())
        emit rowsJoined(change);
    emit ended(end ? std::optional<ApiError>() : end.error());
}
