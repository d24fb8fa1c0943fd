// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicechunk.h"
#include "app/net/bodysink.h"

#include <functional>
#include <memory>

/// Reads the device list while it arrives: whole rows are cut by ObjectScanner, read into a DeviceChunk, and handed on.
/// Nothing waits for the whole list and no row is dropped: what cannot be read is kept as damaged, with its byte offset.
/// Source: API document, "Fetch Device Summary".
class DeviceStream final : public BodySink
{
public:
    /// \a emitChunk is called on the client's thread.
    explicit DeviceStream(std::function<void(DeviceChunk)> emitChunk);
    ~DeviceStream() override;

    void begin(qint64 declaredBytes) override;
    Result<bool> take(QByteArrayView bytes) override;
    Result<void> end() override;
    void breakOff() override;

private:
    class Reader;
    std::unique_ptr<Reader> m_reader;
};
