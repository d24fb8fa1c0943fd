// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QueryText;
class QToolButton;
class Theme;

/// The parts of the query in force as chips: each cross takes its part out of the text. Those that do not fit are behind "+3".
class QueryChips : public QWidget
{
    Q_OBJECT

public:
    /// \a query and \a theme outlive the chips.
    QueryChips(QueryText &query, const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showParts();
    QWidget *makeChip(size_t part);
    void place();
    void openMore();

    QueryText &m_query;
    const Theme &m_theme;
    std::vector<QWidget *> m_chips;
    size_t m_shown = 0;
    QToolButton *m_more;
    QToolButton *m_clear;
};
