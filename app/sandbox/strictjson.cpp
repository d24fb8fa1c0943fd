// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/strictjson.h"

#include <QUtf8StringView>

#include <set>

namespace {

/// Walks over a text, value by value. Each step says whether it met what it expects.
class Walk
{
public:
    explicit Walk(std::string_view text) : m_rest(text) { }

    bool wholeText()
    {
        skipBlanks();
        return value(0) && m_rest.empty();
    }

private:
    bool value(int depth)
    {
        constexpr int deepest = 64;
        if (m_rest.empty() || depth > deepest)
            return false;
        bool isRight = false;
        switch (m_rest.front()) {
        case '{':
            isRight = object(depth + 1);
            break;
        case '[':
            isRight = array(depth + 1);
            break;
        case '"':
            isRight = string();
            break;
        default:
            isRight = take("true") || take("false") || take("null") || number();
        }
        skipBlanks();
        return isRight;
    }

    bool object(int depth)
    {
        // Names are compared as they stand: one that is escaped in two ways is none that the document has.
        std::set<std::string_view> names;
        const auto member = [this, depth, &names] {
            const std::string_view from = m_rest;
            if (!string())
                return false;
            const bool isNew = names.insert(from.substr(0, from.size() - m_rest.size())).second;
            skipBlanks();
            return isNew && punctuation(":") && value(depth);
        };
        return list("{", "}", member);
    }

    bool array(int depth)
    {
        return list("[", "]", [this, depth] { return value(depth); });
    }

    bool list(std::string_view opening, std::string_view closing, const auto &element)
    {
        if (!punctuation(opening))
            return false;
        if (take(closing))
            return true;
        do {
            if (!element())
                return false;
        } while (punctuation(","));
        return take(closing);
    }

    bool string()
    {
        if (!take("\""))
            return false;
        while (!m_rest.empty() && m_rest.front() != '"') {
            const auto letter = static_cast<unsigned char>(m_rest.front());
            if (letter < 0x20)
                return false;
            m_rest.remove_prefix(1);
            if (letter == '\\' && !escape())
                return false;
        }
        return take("\"");
    }

    bool escape()
    {
        if (!take("u"))
            return takeAnyOf("\"\\/bfnrt");
        for (int i = 0; i < 4; ++i) {
            if (!takeAnyOf("0123456789abcdefABCDEF"))
                return false;
        }
        return true;
    }

    bool number()
    {
        take("-");
        if (!take("0") && !digits())
            return false;
        if (take(".") && !digits())
            return false;
        if (!takeAnyOf("eE"))
            return true;
        takeAnyOf("+-");
        return digits();
    }

    bool digits()
    {
        const std::size_t before = m_rest.size();
        while (takeAnyOf("0123456789")) { }
        return m_rest.size() < before;
    }

    bool punctuation(std::string_view sign)
    {
        const bool isThere = take(sign);
        skipBlanks();
        return isThere;
    }

    bool take(std::string_view text)
    {
        if (!m_rest.starts_with(text))
            return false;
        m_rest.remove_prefix(text.size());
        return true;
    }

    bool takeAnyOf(std::string_view letters)
    {
        if (m_rest.empty() || letters.find(m_rest.front()) == std::string_view::npos)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    void skipBlanks()
    {
        while (takeAnyOf(" \t\r\n")) { }
    }

    std::string_view m_rest;
};

} // namespace

bool isStrictJson(std::string_view text)
{
    return QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8()
        && Walk(text).wholeText();
}
