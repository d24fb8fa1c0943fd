// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/byteserver.h"

#include <QMap>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

/// What is to happen to one creation.
struct PostFault
{
    bool isApplied = true; ///< The company is made.
    qsizetype requestCutAt = -1; ///< Byte of the request after which the server goes; then nothing is made.
    std::optional<QByteArray> instead{}; ///< What is answered in the place of 201 and the company.
    qsizetype answerCutAt = -1; ///< Byte of the answer after which the server goes.
    ByteAnswer::Then how = ByteAnswer::Then::KeepOpen;
    QByteArray gate{}; ///< The answer waits until it is opened.
};

/// A pretend API for companies: GET /company, GET /company/name, POST /company. It does what it is told to do wrong, and keeps a book of
/// what it was asked for and what it made. The key's own company is "Northwind" (1).
class CompanyBook
{
public:
    explicit CompanyBook(ByteServer::Setup setup = {});

    QString address() const { return m_server.address(); }
    ByteServer &bytes() { return m_server; }

    /// The fault of the creation that begins to come in as number \a post, the first is 0.
    void failPost(int post, const PostFault &fault);
    /// The fault of every creation that has none of its own.
    void failPosts(const std::optional<PostFault> &fault);
    /// What name searches are answered; nullopt: the truth.
    void answerSearches(const std::optional<QByteArray> &bytes);
    /// As if a colleague had made it. Its ID.
    int addCompany(const QByteArray &name);

    /// How often each name was made.
    QMap<QString, int> made() const;
    /// Creations that began to come in, whole or not.
    int posts() const;
    int searches() const;
    /// The whole bodies of creations, as they came.
    QByteArrayList bodies() const;

private:
    ByteAnswer answerTo(const ReceivedRequest &request);
    std::optional<ByteAnswer> earlyAnswerTo(const ReceivedRequest &request);
    ByteAnswer create(const ReceivedRequest &request);
    QByteArray search(const ReceivedRequest &request) const;
    PostFault faultOf(int post) const;
    QByteArray companyJson(int id, const QByteArray &name) const;

    mutable std::mutex m_mutex;
    std::map<int, PostFault> m_faults;
    std::optional<PostFault> m_everyFault;
    std::optional<QByteArray> m_searchAnswer;
    std::map<int, QByteArray> m_companies; // by id
    std::set<int> m_deeper; // below another than the own one: GET /company does not list them
    int m_lastId = 1000;
    int m_posts = 0;
    int m_searches = 0;
    QMap<QString, int> m_made;
    QByteArrayList m_bodies;
    ByteServer m_server; // goes first: its thread calls into this
};
