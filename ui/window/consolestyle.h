// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>

class Theme;

/// Fusion, with the parts that a style sheet could only draw from picture files: check boxes, radio buttons, combo and
/// spin boxes, arrows, focus frames and thin lines, in the theme's colours and sharp at every scale.
class ConsoleStyle : public QProxyStyle
{
    Q_OBJECT

public:
    /// \a theme may end first: this is plain Fusion from then on.
    explicit ConsoleStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;

private:
    void drawCheckBox(const QStyleOption &option, QPainter *painter) const;
    void drawRadioButton(const QStyleOption &option, QPainter *painter) const;
    void drawField(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawFocusFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawArrow(const QStyleOption &option, QPainter *painter, qreal turn) const;
    void drawSortArrow(const QStyleOption &option, QPainter *painter) const;

    QPointer<const Theme> m_theme;
};
