// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class LeadLabel;
class QLabel;
class QPushButton;
class QToolButton;
class Theme;

enum class BannerKind { Warning, Bad };

/// What a banner says. Plain text, never markup; an empty action has no button.
struct BannerText
{
    BannerKind kind = BannerKind::Warning;
    QString what = {}; ///< what happened, one sentence
    QString rest = {}; ///< what it means and what to do
    QString primaryAction = {};
    QString secondaryAction = {};

    bool operator==(const BannerText &other) const = default;
};

/// The one place where trouble is said, at the foot of the window. A second text takes the place of the first. To
/// assistive tools it is an alert, announced when it appears. Hidden until it has something to say.
class Banner : public QFrame
{
    Q_OBJECT

public:
    /// \a theme outlives this widget.
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);

    void showBanner(const BannerText &text);
    [[nodiscard]] const BannerText &text() const { return m_text; }

signals:
    /// The banner stays: whoever handles the action takes it away, by hide(), when the trouble is over.
    void primaryChosen();
    void secondaryChosen();
    /// The person closed it, by the cross or by Esc. It is hidden already.
    void dismissed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void showMark();
    void dismiss();

    const Theme &m_theme;
    BannerText m_text;
    QLabel *m_mark;
    LeadLabel *m_sentences;
    QPushButton *m_primary;
    QPushButton *m_secondary;
    QToolButton *m_close;
};
