// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicesearchwords.h"

#include "app/devices/devicewords.h"
#include "app/query/searchtext.h"

bool DeviceSearchWords::learn()
{
    for (size_t i = 0; i < codeColumnCount; ++i) {
        const WordColumn column = static_cast<WordColumn>(i);
        for (quint32 code = static_cast<quint32>(m_words[i].size()); code < m_table.wordCount(column); ++code)
            m_words[i].push_back(word(column, code));
    }
    const bool haveOthers = m_table.namesVersion() != m_namesVersion;
    m_namesVersion = m_table.namesVersion();
    bool hasChanged = false;
    for (Names &names : m_names) {
        if (haveOthers || names.known.size() < words(names.column).size())
            hasChanged = learnNames(names) || hasChanged;
    }
    return hasChanged;
}

bool DeviceSearchWords::learnNames(Names &names)
{
    bool hasChanged = false;
    std::vector<Word> &words = m_words[static_cast<size_t>(names.column)];
    const size_t known = names.known.size();
    names.known.resize(words.size());
    for (quint32 code = 0; code < words.size(); ++code) {
        const QString name = m_table.nameOf(names.column, code);
        if (name == names.known[code])
            continue;
        names.known[code] = name;
        if (code < known) {
            words[code] = word(names.column, code);
            hasChanged = true;
        }
    }
    return hasChanged;
}

QString DeviceSearchWords::shown(const DeviceTable &table, WordColumn column, quint32 code)
{
    switch (column) {
    case WordColumn::Company:
    case WordColumn::Account:
        return table.nameOf(column, code);
    case WordColumn::Status:
        return label(deviceStatus(table.word(column, code)));
    case WordColumn::LastResult:
        return label(lastResult(table.word(column, code)));
    case WordColumn::Os:
        return label(deviceOs(table.word(column, code)));
    case WordColumn::Version:
    case WordColumn::Group:
        return table.word(column, code);
    }
    Q_UNREACHABLE();
}

DeviceSearchWords::Word DeviceSearchWords::word(WordColumn column, quint32 code) const
{
    Word word{searchText(shown(m_table, column, code)).toUtf8(),
              searchText(m_table.word(column, code)).toUtf8()};
    if (word.other == word.shown || column == WordColumn::Account) // nobody has seen the ID of an account
        word.other.clear();
    return word;
}
