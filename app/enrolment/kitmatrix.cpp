// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/kitmatrix.h"

#include "app/enrolment/enrolmentrequests.h"

#include <algorithm>

namespace {

// API.md, row 92: no limit is stated; the client sends no more than these at once, and others want to be sent, too.
constexpr size_t mostAtOnce = 4;

size_t cellIndex(SetupSystem system, SetupOptions options)
{
    const auto *kind = std::ranges::find(allSetupOptions, options);
    return static_cast<size_t>(system) * allSetupOptions.size()
        + static_cast<size_t>(kind - allSetupOptions.begin());
}

/// True for what the next question would end with as well.
bool stopsEverything(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotConnected:
    case ErrorKind::ProxyRefused:
    case ErrorKind::ProxyFailed:
    case ErrorKind::HostNotFound:
    case ErrorKind::TlsRefused:
    case ErrorKind::NotTheApi:
    case ErrorKind::Redirected:
    case ErrorKind::KeyRefused:
    case ErrorKind::NotAllowed:
    case ErrorKind::AccountInactive:
    case ErrorKind::AccessRestricted:
    case ErrorKind::TooManyRequests:
        return true;
    default:
        return false;
    }
}

void refuse(KitCell &cell, const ApiError &error)
{
    cell.error = error;
    if (error.kind == ErrorKind::NotFound) { // nobody is to be set up for a company that is gone
        cell.kit.reset();
        cell.check = {};
    }
    cell.state = cell.kit ? KitCellState::Ready : KitCellState::Refused;
}

} // namespace

KitMatrix::KitMatrix(Asker asker, QObject *parent) : QObject(parent), m_asker(std::move(asker)) { }

void KitMatrix::setCompanies(const QList<KitCompany> &companies)
{
    std::vector<Row> rows;
    QHash<CompanyKey, qsizetype> index;
    rows.reserve(static_cast<size_t>(companies.size()));
    for (const KitCompany &company : companies) {
        if (index.contains(company.key))
            continue;
        index.insert(company.key, std::ssize(rows));
        const auto known = m_index.constFind(company.key);
        rows.push_back(known == m_index.cend() ? Row() : std::move(m_rows[static_cast<size_t>(*known)]));
        rows.back().company = company;
    }
    m_rows = std::move(rows);
    m_index = std::move(index);
    dropQuestions([this](const Question &question) { return !m_index.contains(question.company); });
    emit companiesChanged();
    askNext();
    emit progressed();
}

const KitCell &KitMatrix::cell(const KitPlace &place) const
{
    static const KitCell notAsked;
    const Row &row = m_rows[static_cast<size_t>(place.company)];
    const std::unique_ptr<KitCell> &cell = row.cells[cellIndex(place.system, place.options)];
    return cell ? *cell : notAsked;
}

KitCounts KitMatrix::counts(SetupOptions options) const
{
    KitCounts counts;
    for (qsizetype company = 0; company < companyCount(); ++company) {
        for (const SetupSystem system : allSetupSystems) {
            const KitCell &known = cell({company, system, options});
            ++counts.total;
            counts.refused += known.state == KitCellState::Refused;
            counts.underWay += known.state == KitCellState::Waiting || known.state == KitCellState::Asking;
            if (known.state != KitCellState::Ready)
                continue;
            ++counts.ready;
            counts.disagreeing += !known.check.disagreements.isEmpty();
            if (counts.oldest.isNull() || known.readAt < counts.oldest)
                counts.oldest = known.readAt;
        }
    }
    return counts;
}

void KitMatrix::ask(const QList<SetupOptions> &options, bool again)
{
    if (!isAsking())
        m_answered = m_questions = 0;
    m_trouble.reset();
    for (Row &row : m_rows) {
        for (const SetupOptions kind : options) {
            for (const SetupSystem system : allSetupSystems) {
                std::unique_ptr<KitCell> &cell = row.cells[cellIndex(system, kind)];
                if (!cell)
                    cell = std::make_unique<KitCell>();
                const bool isUnderWay =
                    cell->state == KitCellState::Waiting || cell->state == KitCellState::Asking;
                if (isUnderWay || (cell->state == KitCellState::Ready && !again))
                    continue;
                cell->state = KitCellState::Waiting;
                m_queue.push_back({row.company.key, system, kind});
                ++m_questions;
                announce(m_queue.back());
            }
        }
    }
    askNext();
    emit progressed();
}

void KitMatrix::cancel()
{
    dropQuestions([](const Question &) { return true; });
    emit progressed();
}

KitCell *KitMatrix::find(const Question &question)
{
    const auto row = m_index.constFind(question.company);
    if (row == m_index.cend())
        return nullptr;
    return m_rows[static_cast<size_t>(*row)].cells[cellIndex(question.system, question.options)].get();
}

void KitMatrix::askNext()
{
    while (m_asked.size() < mostAtOnce && !m_queue.empty()) {
        const Question question = m_queue.front();
        m_queue.pop_front();
        askOne(question);
    }
}

void KitMatrix::askOne(const Question &question)
{
    KitCell *cell = find(question);
    if (!cell)
        return;
    ApiClient *client = m_asker(question.company.account);
    if (!client) {
        ++m_answered;
        refuse(*cell, {.kind = ErrorKind::NotConnected, .fate = Fate::NotSent});
        announce(question);
        return;
    }
    cell->state = KitCellState::Asking;
    const quint64 number = ++m_lastNumber;
    m_asked.emplace(
        number,
        std::pair(
            question,
            client->send(setupKit(question.company.company, question.system, question.options), this,
                         [this, number](Result<SetupKit> answer) { take(number, std::move(answer)); })));
    announce(question);
}

void KitMatrix::take(quint64 number, Result<SetupKit> answer)
{
    const auto asked = m_asked.find(number);
    const Question question = asked->second.first;
    m_asked.erase(asked);
    ++m_answered;
    if (KitCell *cell = find(question)) {
        if (answer) {
            cell->check = checkedKit(*answer, question.company.company, question.options);
            cell->kit = std::move(*answer);
            cell->error.reset();
            cell->readAt = QDateTime::currentDateTimeUtc();
            cell->state = KitCellState::Ready;
        } else {
            refuse(*cell, answer.error());
        }
        announce(question);
    }
    if (!answer && answer.error().kind == ErrorKind::NotFound)
        refuseRestOf(question.company, answer.error());
    else if (!answer && stopsEverything(answer.error().kind))
        stop(answer.error());
    askNext();
    emit progressed();
}

/// The company is gone: its other questions would be answered alike.
void KitMatrix::refuseRestOf(const CompanyKey &company, const ApiError &error)
{
    std::deque<Question> rest;
    std::swap(rest, m_queue);
    for (const Question &question : rest) {
        if (question.company != company) {
            m_queue.push_back(question);
            continue;
        }
        ++m_answered;
        if (KitCell *cell = find(question))
            refuse(*cell, error);
        announce(question);
    }
}

void KitMatrix::stop(const ApiError &error)
{
    m_trouble = error;
    dropQuestions([](const Question &) { return true; });
}

void KitMatrix::dropQuestions(const std::function<bool(const Question &)> &isDropped)
{
    std::vector<Question> dropped;
    std::erase_if(m_asked, [&](const auto &asked) {
        const bool isGone = isDropped(asked.second.first);
        if (isGone)
            dropped.push_back(asked.second.first);
        return isGone;
    });
    std::erase_if(m_queue, [&](const Question &question) {
        const bool isGone = isDropped(question);
        if (isGone)
            dropped.push_back(question);
        return isGone;
    });
    m_questions -= std::ssize(dropped);
    for (const Question &question : dropped) {
        KitCell *cell = find(question);
        if (!cell)
            continue;
        cell->state = cell->kit ? KitCellState::Ready
            : cell->error       ? KitCellState::Refused
                                : KitCellState::NotAsked;
        announce(question);
    }
}

void KitMatrix::announce(const Question &question)
{
    if (const auto row = m_index.constFind(question.company); row != m_index.cend())
        emit cellChanged({*row, question.system, question.options});
}
