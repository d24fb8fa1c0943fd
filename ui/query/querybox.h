// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QStringList>

class QueryText;
class QLabel;
class QueryList;
class Theme;

/// The field that holds the whole query. What is typed filters at once; what cannot be read is said below the field, and what could be
/// completed is listed there.
class QueryBox : public QLineEdit
{
    Q_OBJECT

public:
    /// \a query and \a theme outlive the box.
    QueryBox(QueryText &query, const Theme &theme, QWidget *parent = nullptr);

    /// What a person may write, e.g. "status:online", and what that does: for a box that is not about devices. \a name is the objectName;
    /// its parts are called after it.
    void setSubject(const QString &name, const QString &example, const QString &description);
    /// Earlier queries, the newest first: offered for what they begin with, and all of them in an empty box.
    void setEarlier(const QStringList &queries) { m_earlier = queries; }

signals:
    /// The person is done with a query: Enter, or the focus went elsewhere.
    void committed(const QString &text);
    /// Esc in an empty box, or Enter: on to the grid.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showProblem();
    void showCompletions();
    void placeBelow(QWidget *below, int height);
    void take(int line);
    bool stepInList(const QKeyEvent &event);
    void escape();

    QueryText &m_query;
    QString m_description;
    QStringList m_earlier;
    QLabel *m_problem;
    QueryList *m_list;
    bool m_isTyped = false; // the list may open
};
