// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <vector>

class ElidedLabel;
class FactText;
class QGridLayout;
class QLabel;
class QToolButton;
class Theme;

/// One line of a details pane. All texts are plain.
struct Fact
{
    QString label;
    QString value;
    QString addition; ///< Stands behind the value, in the second ink: "in 7 h".
    QString toolTip;
    bool isKnown = true;
    QString name; ///< Set where the value has a button that copies it: the button's objectName.

    friend bool operator==(const Fact &, const Fact &) = default;
};

struct FactSection
{
    QString title;
    QList<Fact> facts;

    friend bool operator==(const FactSection &, const FactSection &) = default;
};

/// A section of a details pane: a title, if it has one, and pairs of label and value, 96 : rest. Widgets stay when only their texts
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
