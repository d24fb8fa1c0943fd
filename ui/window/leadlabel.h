// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QTextLayout;

/// A paragraph of plain text whose first sentence is semibold. It wraps; past eight lines the last one ends in "…" and
/// the tooltip has all of it.
class LeadLabel : public QWidget
{
    Q_OBJECT

public:
    explicit LeadLabel(QWidget *parent = nullptr);

    void setText(const QString &lead, const QString &rest);
    /// Both, parted by a blank.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void prepare(QTextLayout &layout) const;
    /// Lays the lines out and tells the height. At most eight lines; \a isWhole says whether that was all.
    [[nodiscard]] qreal breakLines(QTextLayout &layout, int width, bool *isWhole = nullptr) const;

    QString m_lead;
    QString m_rest;
};
