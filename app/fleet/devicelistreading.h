// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/session.h"
#include "app/base/channel.h"
#include "app/devices/devicetable.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

/// One device list on its way into the table: of a company, or the bare one. Chunks are joined a few milliseconds at a time, so
/// that the window goes on between them.
class DeviceListReading : public QObject
{
    Q_OBJECT

public:
    DeviceListReading(DeviceTable &table, Session &session, std::optional<CompanyId> company,
                      QObject *parent);
    /// Cancels what is under way; the rows that came stay.
    ~DeviceListReading() override;

    qint64 bytes() const { return m_bytes; }
    qint64 bytesDeclared() const { return m_bytesDeclared; }
    /// Companies, as codes of the table, for which a row came so far.
    const std::vector<bool> &companiesSeen() const;

    void start();

signals:
    /// Rows came, or went when the list had ended. Emitted for every batch.
    void rowsJoined(const DeviceChange &change);
    void progressed();
    /// Every row that arrived is in the table. \a error is empty when the list was whole.
    void ended(const std::optional<ApiError> &error);

private:
    void takeChunks();
    void joinChunks();
    bool fetchChunk();
    void join(const DeviceChunk &chunk);
    void finish();

    DeviceTable &m_table;
    Session &m_session;
    const std::optional<CompanyId> m_company;
    std::shared_ptr<Channel<DeviceChunk>> m_channel;
    std::deque<DeviceChunk> m_waiting;
    std::unique_ptr<DeviceReading> m_reading;
    std::vector<bool> m_seenAtEnd;
    std::optional<Result<ListEnd>> m_end;
    qint64 m_bytes = 0;
    qint64 m_bytesDeclared = -1;
    bool m_isJoining = false;
    RequestHandle m_request; // last: its end must find the rest alive
};
