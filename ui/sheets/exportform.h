// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/sheetwriter.h"
#include "ui/sheets/exportsubject.h"

#include <QString>
#include <QWidget>

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class Theme;

/// How somebody exported last: offered the next time. Nothing of what was in the rows.
struct ExportHabits
{
    SheetFormat format = SheetFormat::Csv;
    CsvSeparator separator = CsvSeparator::Comma;
    QString folder{}; ///< Empty: the person's documents.

    friend bool operator==(const ExportHabits &, const ExportHabits &) = default;
};

/// The fields of an export: format, rows, file.
class ExportForm : public QWidget
{
    Q_OBJECT

public:
    /// \a name is offered for the file, without a suffix.
    ExportForm(const ExportHabits &habits, const QString &name, QWidget *parent = nullptr);

    void setCount(ExportRows rows, qsizetype count, const QString &remark);

    SheetFormat format() const;
    CsvSeparator separator() const;
    ExportRows rows() const;
    /// The whole path, with a suffix; empty while no file is named. What is no whole path is meant in the folder that was offered.
    QString file() const;
    ExportHabits habits() const;

signals:
    void changed();

private:
    struct Choice
    {
        QRadioButton *button;
        QLabel *remark;
    };

    QWidget *makeFormatRow();
    QWidget *makeRowsRow();
    QWidget *makeFileRow(const QString &name);
    Choice makeChoice(const QString &name);
    void followFormat();
    void browse();
    QString suffix() const;

    ExportHabits m_habits;
    QComboBox *m_format;
    QLabel *m_separatorLabel;
    QComboBox *m_separator;
    std::array<Choice, 2> m_choices; // by ExportRows
    QLineEdit *m_file;
};
