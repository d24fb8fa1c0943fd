// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/banner.h"

#include <QObject>

#include <functional>
#include <vector>

/// What one subject has to say in the banner, and what its buttons do.
struct Notice
{
    BannerText text;
    std::function<void()> primary{};
    std::function<void()> secondary{};
    std::function<void()> dismissed{}; ///< The person closed it. It is gone already.
};

/// Who speaks in the one banner: several subjects may have something to say, and the most important of it is shown. What is bad goes
/// before a warning, and what is new before what is old. A notice stays until it is taken back or dismissed; then the next is shown.
class Notices : public QObject
{
    Q_OBJECT

public:
    /// \a banner outlives this.
    explicit Notices(Banner &banner, QObject *parent = nullptr);

    /// \a topic says whose it is ("fleet", "sandbox"): a second notice of the same topic takes the place of the first.
    void say(const QString &topic, Notice notice);
    void takeBack(const QString &topic);
    bool has(const QString &topic) const;

    /// As the person's cross: closes the notice that is shown. False: there was none.
    bool dismiss();

private:
    struct Said
    {
        QString topic;
        Notice notice;
    };
    using Place = std::vector<Said>::iterator;

    Place find(const QString &topic);
    Place shown();
    void choose(std::function<void()> Notice::*action);
    void showFirst();

    Banner &m_banner;
    std::vector<Said> m_said; // the newest last
};
