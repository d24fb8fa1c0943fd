// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/icons.h"

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

/// What an area says that has nothing to show. All texts are plain; an empty one is left out.
struct EmptyText
{
    Glyph glyph = Glyph::Info;
    QString title = {}; ///< names the thing: "Umber Print Works has no devices"
    QString sentences = {}; ///< one or two
    QString quote = {}; ///< the query or the server's own words, monospaced
    QString primaryAction = {};
    QString secondaryAction = {};
};

/// Stands in the middle of the area it fills, never in a box of its own.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives this widget.
    explicit EmptyState(const Theme &theme, QWidget *parent = nullptr);

    void setContent(const EmptyText &text);

signals:
    void primaryChosen();
    void secondaryChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitLabels();
    void showGlyph();

    const Theme &m_theme;
    Glyph m_glyph = Glyph::Info;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_quote;
    QLabel *m_sentences;
    QPushButton *m_primary;
    QPushButton *m_secondary;
};
