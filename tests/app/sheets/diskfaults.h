// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

/// No file of this process grows over a number of bytes while this lives: a full disk, as the program meets it.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes) : m_previousHandler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_previous);
        const rlimit limited{bytes, m_previous.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_previous);
        std::signal(SIGXFSZ, m_previousHandler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_previous{};
    void (*m_previousHandler)(int);
};

/// The rights of nobody in particular while this lives, where the tests run as root.
class NoRights
{
public:
    NoRights() : m_user(geteuid())
    {
        if (m_user == 0)
            m_isDropped = seteuid(65534) == 0;
    }
    ~NoRights()
    {
        if (m_isDropped)
            m_isDropped = seteuid(m_user) != 0;
    }
    Q_DISABLE_COPY_MOVE(NoRights)

private:
    uid_t m_user;
    bool m_isDropped = false;
};
