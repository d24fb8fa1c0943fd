// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/byteanswer.h"

QByteArray ReceivedRequest::verb() const
{
    return head.left(head.indexOf(' '));
}

QByteArray ReceivedRequest::target() const
{
    return head.left(head.indexOf("\r\n")).split(' ').value(1);
}

QByteArrayList ReceivedRequest::headers(QByteArrayView name) const
{
    QByteArrayList values;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            values.append(line.sliced(colon + 1).trimmed());
    }
    return values;
}

QByteArray httpAnswer(int status, const QByteArray &contentType, const QByteArray &body,
                      const QByteArrayList &headers)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Said So\r\n";
    if (!contentType.isEmpty())
        answer += "Content-Type: " + contentType + "\r\n";
    for (const QByteArray &header : headers)
        answer += header + "\r\n";
    return answer + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray jsonAnswer(const QByteArray &body)
{
    return httpAnswer(200, "application/json", body);
}
