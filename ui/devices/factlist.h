// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devices/devicefacts.h"

#include <QWidget>

#include <vector>

class ElidedLabel;
class FactText;
class QGridLayout;
class QLabel;
class QToolButton;
class Theme;

/// A section of the details pane: a title, if it has one, and pairs of label and value, 96 : rest. Widgets stay when only their texts
/// change, so that a selected text or the focus is not lost by a refresh.
class FactList : public QWidget
{
    Q_OBJECT

public:
    explicit FactList(const Theme &theme, QWidget *parent = nullptr);

    void setSection(const FactSection &section);

signals:
    /// The button of a fact was pressed; \a value is to be copied.
    void copyRequested(const QString &label, const QString &value);

private:
    struct Row
    {
        QLabel *label;
        FactText *text;
        ElidedLabel *id; // instead of text, for values that are known by their ends
        QToolButton *copy;
    };

    Row makeRow(int line);
    void showRow(const Row &row, const Fact &fact);
    void showAgain();

    const Theme &m_theme;
    FactSection m_section;
    QLabel *m_title;
    QGridLayout *m_grid;
    std::vector<Row> m_rows;
};
