// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/rowjudge.h"

#include <QAbstractTableModel>
#include <QIcon>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class ImportedSheet;
class Theme;

/// What came of a row that was sent.
struct RowResult
{
    QString text{}; ///< Empty: it was not sent.
    QIcon mark{};
};

/// The rows of a sheet with what becomes of each: as a subject judges them, a few milliseconds at a time, and, once they were sent, what came
/// of them. Columns: the line, the subject's own, the verdict.
class ImportModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// \a theme outlives the model.
    explicit ImportModel(const Theme &theme, QObject *parent = nullptr);

    /// Begins anew with the rows of \a sheet from \a first on. \a sheet stays as it is until clear().
    void judge(const ImportedSheet &sheet, size_t first, std::shared_ptr<RowJudge> judge);
    void clear();
    bool isJudging() const { return m_sheet != nullptr; }

    qsizetype count() const { return std::ssize(m_rows); }
    qsizetype count(RowVerdict verdict) const { return m_counts.at(static_cast<size_t>(verdict)); }
    /// Only rows of that verdict are shown; nullopt: all.
    void setShown(std::optional<RowVerdict> verdict);

    /// From now on the last column says \a result of a row, counted from 0 whatever is shown, where that has a text.
    void setResults(std::function<RowResult(qsizetype)> result);
    void showResult(qsizetype row);

    QString text(qsizetype row, int column) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void countsChanged();
    /// Every row has its verdict.
    void judged();

private:
    void judgeSome();
    bool isShown(const JudgedRow &row) const { return !m_shownVerdict || row.verdict == *m_shownVerdict; }
    QString verdictText(qsizetype row) const;
    QVariant mark(qsizetype row) const;

    const Theme &m_theme;
    const ImportedSheet *m_sheet = nullptr; // while rows are judged
    size_t m_next = 0; // row of the sheet
    std::shared_ptr<RowJudge> m_judge;
    QStringList m_headings;
    QTimer m_turn;
    std::vector<JudgedRow> m_rows;
    std::array<qsizetype, 3> m_counts{}; // by RowVerdict
    std::optional<RowVerdict> m_shownVerdict;
    std::vector<qsizetype> m_shown; // places in m_rows, ascending
    std::function<RowResult(qsizetype)> m_result;
};
