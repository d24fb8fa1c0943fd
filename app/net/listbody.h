// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/bodysink.h"

#include <QByteArray>

#include <memory>

/// Stands before the sink of a list and lets nothing through that is no list: a web page, or an error envelope under status
/// 200. An array passes at once; an object is held back until it is clear that it is one row and no envelope.
class ListBody final : public BodySink
{
public:
    explicit ListBody(std::shared_ptr<BodySink> rows) : m_rows(std::move(rows)) { }

    void begin(qint64 declaredBytes) override;
    Result<bool> take(QByteArrayView bytes) override;
    Result<void> end() override;
    void breakOff() override;

private:
    Result<bool> letThrough();

    std::shared_ptr<BodySink> m_rows;
    QByteArray m_held;
    bool m_isThrough = false;
};
