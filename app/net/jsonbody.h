// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/bodysink.h"

#include <QByteArray>
#include <QJsonDocument>

/// A small answer: collects the bytes and reads them as one JSON document when they are whole.
class JsonBody final : public BodySink
{
public:
    /// Forgets what an earlier answer brought.
    void begin(qint64 declaredBytes) override;
    /// Every byte counts as progress. NotTheApi as soon as the first visible byte is that of a web page.
    Result<bool> take(QByteArrayView bytes) override;
    /// Unreadable with the byte position, CutShort when an answer of no declared length stops short, or the error that an
    /// envelope under status 200 says.
    Result<void> end() override;
    void breakOff() override;

    /// The whole document, after a good end(). A null document when the body was `null` or `""`, which stand for
    /// "none" where a list is due.
    const QJsonDocument &document() const { return m_document; }

private:
    QByteArray m_bytes;
    QJsonDocument m_document;
    bool m_isDeclared = false;
};
