// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notices.h"

#include <algorithm>

Notices::Notices(Banner &banner, QObject *parent) : QObject(parent), m_banner(banner)
{
    connect(&banner, &Banner::primaryChosen, this, [this] { choose(&Notice::primary); });
    connect(&banner, &Banner::secondaryChosen, this, [this] { choose(&Notice::secondary); });
    connect(&banner, &Banner::dismissed, this, &Notices::dismiss);
}

void Notices::say(const QString &topic, Notice notice)
{
    const Place place = find(topic);
    if (place == m_said.end())
        m_said.push_back({topic, std::move(notice)});
    else
        place->notice = std::move(notice);
    showFirst();
}

void Notices::takeBack(const QString &topic)
{
    std::erase_if(m_said, [&topic](const Said &said) { return said.topic == topic; });
    showFirst();
}

bool Notices::has(const QString &topic) const
{
    return std::ranges::find(m_said, topic, &Said::topic) != m_said.end();
}

bool Notices::dismiss()
{
    const Place place = shown();
    if (place == m_said.end())
        return false;
    const std::function<void()> dismissed = std::move(place->notice.dismissed);
    m_said.erase(place);
    showFirst();
    if (dismissed)
        dismissed();
    return true;
}

Notices::Place Notices::find(const QString &topic)
{
    return std::ranges::find(m_said, topic, &Said::topic);
}

Notices::Place Notices::shown()
{
    // of equal ones the last: it is the newest
    const auto place = std::ranges::max_element(m_said.rbegin(), m_said.rend(), {}, [](const Said &said) {
        return said.notice.text.kind == BannerKind::Bad;
    });
    return place == m_said.rend() ? m_said.end() : std::prev(place.base());
}

void Notices::choose(std::function<void()> Notice::*action)
{
    const Place place = shown();
    if (place == m_said.end())
        return;
    // a copy: what it does may take the notice back
    if (const std::function<void()> chosen = place->notice.*action)
        chosen();
}

void Notices::showFirst()
{
    const Place place = shown();
    if (place == m_said.end())
        m_banner.hide();
    else
        m_banner.showBanner(place->notice.text);
}
