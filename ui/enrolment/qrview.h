// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/qrmatrix.h"

#include <QWidget>

/// A QR code, dark on white in either shade, as cameras want it, with its quiet zone of four squares.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget *parent = nullptr);

    /// Empty, or too long for a code: nothing is shown, and hasCode() is false.
    void setText(const QString &text);
    bool hasCode() const { return m_code.has_value(); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<QrMatrix> m_code;
};
