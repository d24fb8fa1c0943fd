// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/journaltrouble.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    JournalTroubleKind kind;
    const char *what;
    const char *advice;
};

// %1 is the file, %2 where a damaged one stands now.
constexpr std::array words{
    Words{
        JournalTroubleKind::NoRoom,
        QT_TRANSLATE_NOOP("JournalTrouble", "The disk is full, so the journal of changes cannot be written."),
        QT_TRANSLATE_NOOP("JournalTrouble",
                          "Nothing is sent that is not written down first. Make room for %1, then go on.")},
    Words{JournalTroubleKind::InUse,
          QT_TRANSLATE_NOOP("JournalTrouble", "Another Steward on this computer makes the changes."),
          QT_TRANSLATE_NOOP(
              "JournalTrouble",
              "Nothing is sent from here, so that nothing is done twice. Make the change there, or "
              "close it and start this one again.")},
    Words{JournalTroubleKind::Newer,
          QT_TRANSLATE_NOOP("JournalTrouble", "A newer Steward wrote the journal of changes."),
          QT_TRANSLATE_NOOP(
              "JournalTrouble",
              "It is left as it is, and nothing is sent. Start the newer Steward, or move %1 away.")},
    Words{JournalTroubleKind::NotWritable,
          QT_TRANSLATE_NOOP("JournalTrouble", "The journal of changes cannot be written."),
          QT_TRANSLATE_NOOP("JournalTrouble",
                            "Nothing is sent that is not written down first. Check the rights of %1.")},
    Words{JournalTroubleKind::Damaged,
          QT_TRANSLATE_NOOP("JournalTrouble", "The journal of changes was damaged."),
          QT_TRANSLATE_NOOP(
              "JournalTrouble",
              "A new one was begun, and the old one is kept as %2. Look at IDrive before you repeat "
              "what you did last.")},
};

const Words &wordsOf(JournalTroubleKind kind)
{
    return *std::ranges::find(words, kind, &Words::kind);
}

} // namespace

QString JournalTrouble::what() const
{
    return QCoreApplication::translate("JournalTrouble", wordsOf(kind).what);
}

QString JournalTrouble::advice() const
{
    QString sentence = QCoreApplication::translate("JournalTrouble", wordsOf(kind).advice);
    sentence.replace("%1"_L1, file);
    return sentence.replace("%2"_L1, keptAs.isEmpty() ? file : keptAs);
}
