// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/draftkeeper.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

DraftKeeper::DraftKeeper(PlanDrafts drafts, QString file, QObject *parent)
    : QObject(parent), m_drafts(std::move(drafts)), m_file(std::move(file)),
      m_ends(Channel<bool>::create(this, [this] {
          const std::vector<bool> ends = m_ends->takeAll();
          if (!ends.empty() && !m_isRemoved)
              emit kept(ends.back());
      }))
{
    m_thread.setMaxThreadCount(1); // one after the other
    m_soon.setSingleShot(true);
    m_soon.setInterval(400ms);
    connect(&m_soon, &QTimer::timeout, this, &DraftKeeper::keepNow);
}

DraftKeeper::~DraftKeeper()
{
    keepNow();
    m_thread.waitForDone();
}

void DraftKeeper::keepSoon(const PlanDraft &draft)
{
    if (m_isRemoved || !m_drafts.canKeep())
        return;
    m_unkept = draft;
    m_soon.start();
}

void DraftKeeper::keepNow()
{
    m_soon.stop();
    if (!m_unkept)
        return;
    m_thread.start([drafts = m_drafts, file = m_file, draft = *std::exchange(m_unkept, {}), ends = m_ends] {
        ends->push(drafts.keep(file, draft));
    });
}

void DraftKeeper::remove()
{
    m_soon.stop();
    m_unkept.reset();
    m_isRemoved = true;
    m_thread.waitForDone();
    m_drafts.remove(m_file);
}
