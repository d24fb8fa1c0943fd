// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

/// What one attempt at a change came to. There is no fifth.
enum class WriteEnd {
    Done, ///< The server says that it was done.
    Refused, ///< The server says that it was not done. Certain.
    NotSent, ///< No server has the whole request. Certain.
    Unknown, ///< It may have been done. Only looking at the server can tell.
};

/// The end that the error of a change stands for. Never Done.
WriteEnd writeEndOf(const ApiError &error);

/// How one attempt at a change ended, with the value of the server's answer or the error that says why there is none.
template <typename T>
class WriteOutcome
{
public:
    explicit WriteOutcome(Result<T> answer) : m_answer(std::move(answer)) { }

    WriteEnd end() const { return m_answer ? WriteEnd::Done : writeEndOf(m_answer.error()); }
    bool isDone() const { return m_answer.has_value(); }
    /// The server's answer. Only when isDone().
    decltype(auto) value() const { return m_answer.value(); }
    /// Why not. Only unless isDone().
    const ApiError &error() const { return m_answer.error(); }

private:
    Result<T> m_answer;
};
