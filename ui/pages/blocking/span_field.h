#pragma once
#include "models/core/time.h"

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace wemo::pages::blocking {

/// A length of time as a number and its unit.
class SpanField final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpanField)

public:
    /// Called <name>Number and <name>Unit.
    explicit SpanField(const QString &name, QWidget *parent = nullptr);
    Milliseconds span() const;
    /// In the largest unit that tells it exactly.
    void setSpan(Milliseconds span);
    void setNames(const QString &name);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QSpinBox *m_number;
    QComboBox *m_unit;
};

} // namespace wemo::pages::blocking
