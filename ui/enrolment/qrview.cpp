// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/qrview.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int quietZone = 4; // squares; ISO/IEC 18004, 6.3.8
constexpr int wantedSize = 156;

} // namespace

QrView::QrView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"setupLinkQr"_s);
    setAccessibleName(tr("QR code of the setup link"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrView::setText(const QString &text)
{
    m_code = qrMatrix(text);
    updateGeometry();
    update();
}

QSize QrView::sizeHint() const
{
    if (!m_code)
        return {wantedSize, wantedSize};
    const int squares = m_code->side + 2 * quietZone;
    const int scale =
        std::max(2, wantedSize / squares); // whole pixels: no camera minds, and no edge is blurred
    return {squares * scale, squares * scale};
}

void QrView::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!m_code)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    const int scale = std::max(1, std::min(width(), height()) / (m_code->side + 2 * quietZone));
    const int margin = (std::min(width(), height()) - m_code->side * scale) / 2;
    for (int row = 0; row < m_code->side; ++row) {
        for (int column = 0; column < m_code->side; ++column) {
            if (m_code->isDark(column, row))
                painter.fillRect(margin + column * scale, margin + row * scale, scale, scale, Qt::black);
        }
    }
}
