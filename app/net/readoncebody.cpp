// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/readoncebody.h"

#include <algorithm>

ReadOnceBody::ReadOnceBody(QByteArray bytes, QObject *parent) : QIODevice(parent), m_bytes(std::move(bytes))
{
    // unbuffered: what counts as handed over was asked for by the connection, not by a buffer of the device's own
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 ReadOnceBody::readData(char *data, qint64 maxSize)
{
    if (isSpent())
        return -1;
    const qint64 size = std::min<qint64>(maxSize, m_bytes.size() - m_at);
    std::copy_n(m_bytes.constData() + m_at, size, data);
    m_at += size;
    return size;
}

qint64 ReadOnceBody::writeData(const char * /*data*/, qint64 /*maxSize*/)
{
    return -1;
}
