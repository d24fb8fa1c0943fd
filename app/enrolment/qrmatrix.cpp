// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/qrmatrix.h"

#include <qrencode.h>

#include <memory>

std::optional<QrMatrix> qrMatrix(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    constexpr qsizetype mostBytes = 2'331;
    if (bytes.isEmpty() || bytes.size() > mostBytes)
        return std::nullopt;
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    const std::unique_ptr<QRcode, void (*)(QRcode *)> code(
        QRcode_encodeData(static_cast<int>(bytes.size()), data, 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code)
        return std::nullopt;
    QrMatrix matrix{.side = code->width};
    const auto squares = static_cast<size_t>(code->width) * static_cast<size_t>(code->width);
    matrix.dark.reserve(squares);
    for (size_t i = 0; i < squares; ++i)
        matrix.dark.push_back(code->data[i] & 1U); // the lowest bit: black or white
    return matrix;
}
