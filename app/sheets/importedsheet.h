// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/csvreader.h"

#include <QObject>

#include <memory>

class CsvImport;

/// The sheet of an import: a file that is read in the background, or a text that was pasted.
class ImportedSheet : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Empty,
        Reading,
        Read,
        Failed, ///< systemWords() says why.
    };

    /// Of a text that is pasted; a file may be larger.
    static constexpr qsizetype longestText = 4 * 1024 * 1024; // characters

    explicit ImportedSheet(QObject *parent = nullptr);
    ~ImportedSheet() override;

    /// What was there before is forgotten.
    void readFile(const QString &file);
    /// At once. What is beyond longestText is left out. \a separator parts the cells; nullopt: the first line tells.
    void readText(const QString &text, std::optional<CsvSeparator> separator = {});
    /// Nothing is there any more, and nothing is being read.
    void clear();

    State state() const { return m_state; }
    /// 0 to 100, while it is being read.
    int percent() const { return m_percent; }
    /// The whole path; empty: it is a text.
    const QString &file() const { return m_file; }
    const QString &systemWords() const { return m_systemWords; }
    const std::vector<CsvRow> &rows() const { return m_rows; }

    /// Why a row cannot be trusted, and where.
    struct Fault
    {
        CsvPlace place;
        QString sentence;
    };
    /// Of row \a row: bytes that are no text, quotes in a wrong place, more cells than the first row has, or that faults are no longer told
    /// by then. nullopt: it can be trusted.
    std::optional<Fault> faultOf(size_t row) const;

signals:
    /// State, or percent.
    void changed();

private:
    const CsvFault *firstFault(size_t row) const;
    void take(std::vector<CsvRow> rows, std::vector<CsvFault> faults);
    void end(State state);

    State m_state = State::Empty;
    int m_percent = 0;
    QString m_file;
    QString m_systemWords;
    std::vector<CsvRow> m_rows;
    std::vector<CsvFault> m_faults;
    std::unique_ptr<CsvImport> m_import;
};
