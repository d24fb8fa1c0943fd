// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/importcolumns.h"
#include "app/sheets/importedsheet.h"
#include "app/sheets/rowjudge.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class ColumnChooser;
class ElidedLabel;
class EmptyState;
class ImportModel;
class ProgressLine;
class QButtonGroup;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QToolButton;
class Theme;

/// How somebody imported last: offered the next time. Nothing of what was in the rows.
struct ImportHabits
{
    QString folder{}; ///< Empty: the person's documents.
    KnownHeadings headings{};

    friend bool operator==(const ImportHabits &, const ImportHabits &) = default;
};

/// Where rows come from, and what becomes of each: a CSV file or pasted lines, which column is what, and the preview. The subject says what it
/// wants of a sheet and judges the rows; what it does with them is its own.
class ImportPane : public QWidget
{
    Q_OBJECT

public:
    struct Setup
    {
        QList<ImportColumn> columns{};
        /// The judge of a sheet with these columns; called whenever it begins anew.
        std::function<std::shared_ptr<RowJudge>(const ChosenColumns &)> makeJudge{};
        QString pasteHint{}; ///< What the lines hold that are pasted.
        QString emptyTitle{};
        QString emptySentences{};
        ImportHabits habits{};
    };

    /// \a theme outlives the pane.
    ImportPane(Setup setup, const Theme &theme, QWidget *parent = nullptr);
    ~ImportPane() override;

    ImportModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    /// Every row has its verdict.
    bool isReady() const;
    /// Why not: one sentence. Empty: it is.
    QString whyNotReady() const;
    ImportHabits habits() const;

    void readFile(const QString &file);
    /// The rows are sent: sheet and columns stay as they are from now on.
    void close();

signals:
    /// isReady(), or the counts of the model.
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeSource();
    QWidget *makeSegments();
    QToolButton *makeSegment(const QString &name, std::optional<RowVerdict> verdict);
    void makeTable();
    void connectParts();
    void browse();
    void takePaste();
    void takeSheet();
    void judge();
    void showState();
    void showCounts();
    QString sourceText() const;

    Setup m_setup;
    const Theme &m_theme;
    ImportedSheet *m_sheet;
    ImportModel *m_model;
    QPushButton *m_browse;
    ElidedLabel *m_said;
    ProgressLine *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_pasteInstead;
    QPlainTextEdit *m_paste;
    QWidget *m_sourcePart;
    ColumnChooser *m_columns;
    QButtonGroup *m_segments;
    QWidget *m_segmentsPart;
    QTableView *m_table;
    EmptyState *m_empty;
    QTimer m_pasteSoon;
    bool m_isClosed = false;
};
