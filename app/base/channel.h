// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

/// The one place where threads meet: a queue under a mutex. Any thread pushes; the receiver takes on its own thread, when the event
/// loop wakes it. The event loop only wakes: everything that is shared goes through the mutex, where a thread
/// sanitizer can see it.
///
/// Made by the receiver, shared with the senders. When the receiver is gone, pushing does nothing.
template <typename T>
class Channel : public std::enable_shared_from_this<Channel<T>>
{
public:
    /// \a arrived is called on the thread of \a receiver, once for any number of pushes since takeAll().
    static std::shared_ptr<Channel> create(QObject *receiver, std::function<void()> arrived)
    {
        auto channel = std::shared_ptr<Channel>(new Channel(std::move(arrived)));
        channel->m_waker = new Waker(channel.get(), receiver);
        return channel;
    }

    /// Appends \a item. False when nobody will ever take it.
    bool push(T item)
    {
        const std::lock_guard lock(m_mutex);
        return append(std::move(item));
    }

    /// The same, as soon as fewer than \a most items lie here: for senders that are faster than the receiver, which would fill the memory.
    /// After \a longest it is appended all the same, so that nobody can wait for a receiver that waits for them.
    bool pushWhenRoom(T item, size_t most, std::chrono::milliseconds longest)
    {
        std::unique_lock lock(m_mutex);
        m_room.wait_for(lock, longest, [this, most] { return !m_waker || m_items.size() < most; });
        return append(std::move(item));
    }

    /// Everything pushed so far, oldest first. Called on the receiver's thread.
    std::vector<T> takeAll()
    {
        std::vector<T> items;
        {
            const std::lock_guard lock(m_mutex);
            m_woken = false;
            items.swap(m_items);
        }
        m_room.notify_all();
        return items;
    }

    /// True when the receiver is gone.
    bool isClosed() const
    {
        const std::lock_guard lock(m_mutex);
        return !m_waker;
    }

private:
    // Lives on the receiver's thread and goes with the receiver; its destructor closes the channel.
    class Waker : public QObject
    {
    public:
        Waker(Channel *channel, QObject *receiver) : QObject(receiver), m_channel(channel->weak_from_this())
        { }
        ~Waker() override
        {
            if (const auto channel = m_channel.lock())
                channel->close();
        }

    protected:
        // Only being woken counts. The event was handed over under a lock of Qt's, which a thread sanitizer cannot see:
        // it is not looked at.
        void customEvent(QEvent *) override
        {
            if (const auto channel = m_channel.lock())
                channel->m_arrived();
        }

    private:
        std::weak_ptr<Channel> m_channel;
    };

    explicit Channel(std::function<void()> arrived) : m_arrived(std::move(arrived)) { }

    // The mutex is held.
    bool append(T item)
    {
        if (!m_waker)
            return false;
        m_items.push_back(std::move(item));
        if (!std::exchange(m_woken, true))
            QCoreApplication::postEvent(m_waker, new QEvent(QEvent::User));
        return true;
    }

    void close()
    {
        std::vector<T> dropped; // destroyed outside the mutex
        {
            const std::lock_guard lock(m_mutex);
            m_waker = nullptr;
            dropped.swap(m_items);
        }
        m_room.notify_all();
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    std::vector<T> m_items;
    std::function<void()> m_arrived;
    Waker *m_waker = nullptr;
    bool m_woken = false;
};
