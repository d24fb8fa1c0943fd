// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheetfile.h"

#include <algorithm>
#include <utility>

SheetFile::SheetFile(const QString &file, std::unique_ptr<SheetWriter> writer,
                     std::shared_ptr<Channel<SheetFileReport>> reports)
    : m_name(file), m_writer(std::move(writer)), m_reports(std::move(reports)),
      m_commands(Channel<SheetFileCommand>::create(this, [this] { obey(); })), m_file(file, this)
{ }

void SheetFile::obey()
{
    const auto commands = m_commands->takeAll();
    // pieces that wait before it need not be written any more
    const bool isCancelled = std::ranges::any_of(
        commands, [](const SheetFileCommand &command) { return command.kind == SheetFileCommand::Cancel; });
    if (isCancelled && !m_hasEnded) {
        discard();
        end(SheetFileReport::Cancelled);
    }
    for (const SheetFileCommand &command : commands) {
        if (m_hasEnded)
            return;
        switch (command.kind) {
        case SheetFileCommand::Open:
            open();
            break;
        case SheetFileCommand::Write:
            write(command);
            break;
        case SheetFileCommand::Commit:
            commit();
            break;
        case SheetFileCommand::Cancel:
            break;
        }
    }
}

void SheetFile::open()
{
    // the pieces are large already
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        end(SheetFileReport::Failed);
        return;
    }
    // before the first byte: a fleet's names are nobody else's business
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_text.clear();
    m_writer->begin(m_text);
    put(m_text);
}

void SheetFile::write(const SheetFileCommand &command)
{
    m_text.clear();
    m_writer->write(command.rows, m_text);
    if (!put(m_text))
        return;
    m_rowsSoFar = command.rowsSoFar;
    m_reports->push({.kind = SheetFileReport::Written, .rowsSoFar = m_rowsSoFar, .bytes = m_bytes});
}

void SheetFile::commit()
{
    m_text.clear();
    m_writer->end(m_text);
    if (put(m_text))
        end(m_file.commit() ? SheetFileReport::Committed : SheetFileReport::Failed);
}

bool SheetFile::put(const std::string &text)
{
    // a disk that gets full takes a part and says nothing; only the next attempt says why
    auto rest = static_cast<qint64>(text.size());
    const char *from = text.data();
    while (rest > 0) {
        const qint64 taken = m_file.write(from, rest);
        if (taken <= 0) {
            end(SheetFileReport::Failed);
            return false;
        }
        from += taken;
        rest -= taken;
        m_bytes += taken;
    }
    return true;
}

void SheetFile::discard()
{
    if (!m_file.isOpen())
        return;
    m_file.cancelWriting();
    m_file.commit(); // takes the part that was written off the disk
}

void SheetFile::end(SheetFileReport::Kind kind)
{
    m_hasEnded = true;
    SheetFileReport last{.kind = kind, .rowsSoFar = m_rowsSoFar, .bytes = m_bytes};
    if (kind == SheetFileReport::Failed) {
        last.trouble = SheetTrouble::of(m_file, m_name);
        discard();
    }
    m_reports->push(std::move(last));
}
