// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheetrows.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace {

template <typename Number>
void appendNumber(std::string &out, Number number)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    out.append(text.data(), end);
}

template <size_t Digits>
void appendPadded(std::string &out, unsigned number)
{
    std::array<char, Digits> text{};
    for (size_t i = Digits; i-- > 0; number /= 10)
        text[i] = static_cast<char>('0' + number % 10);
    out.append(text.data(), Digits);
}

} // namespace

void SheetRows::addText(QByteArrayView utf8)
{
    if (utf8.isValidUtf8())
        m_bytes.append(utf8.data(), static_cast<size_t>(utf8.size()));
    else
        m_bytes.append(QString::fromUtf8(utf8).toUtf8().toStdString());
    close();
}

void SheetRows::addText(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    m_bytes.append(utf8.data(), static_cast<size_t>(utf8.size()));
    close();
}

void SheetRows::addNumber(qint64 number)
{
    appendNumber(m_bytes, number);
    close();
}

void SheetRows::addNumber(double number)
{
    const bool isNumber = std::isfinite(number);
    if (isNumber)
        appendNumber(m_bytes, number);
    close(!isNumber);
}

void SheetRows::addTime(qint64 milliseconds)
{
    using namespace std::chrono;
    constexpr qint64 firstYear = -62'135'596'800'000; // the year 1
    constexpr qint64 afterLastYear = 253'402'300'800'000; // the year 10000
    if (milliseconds < firstYear || milliseconds >= afterLastYear) {
        addNothing();
        return;
    }
    const sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(milliseconds)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const auto second = static_cast<unsigned>(floor<seconds>(time - day).count());
    appendPadded<4>(m_bytes, static_cast<unsigned>(static_cast<int>(date.year())));
    m_bytes += '-';
    appendPadded<2>(m_bytes, static_cast<unsigned>(date.month()));
    m_bytes += '-';
    appendPadded<2>(m_bytes, static_cast<unsigned>(date.day()));
    m_bytes += 'T';
    appendPadded<2>(m_bytes, second / 3600);
    m_bytes += ':';
    appendPadded<2>(m_bytes, second / 60 % 60);
    m_bytes += ':';
    appendPadded<2>(m_bytes, second % 60);
    m_bytes += 'Z';
    close();
}

void SheetRows::addNothing()
{
    close(true);
}

void SheetRows::clear()
{
    m_bytes.clear();
    m_cells.clear();
}
