#include "services/metrics/registry.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>

namespace wemo::metrics {

struct Registry::State {
    prometheus::Registry registry;
    std::mutex mutex;
    std::map<std::string, std::string> help;
    std::map<std::string, prometheus::Family<prometheus::Counter> *> counters;
    std::map<std::string, prometheus::Family<prometheus::Gauge> *> gauges;
    std::map<std::string, prometheus::Family<prometheus::Histogram> *> histograms;

    template <typename T, typename Build>
    prometheus::Family<T> &family(std::map<std::string, prometheus::Family<T> *> &families, const std::string &name,
                                  Build build) {
        const std::lock_guard lock(mutex);
        auto &entry = families[name];
        if (!entry)
            entry = &build().Name(name).Help(help[name]).Register(registry);
        return *entry;
    }
};

Registry::Registry()
    : m_state(std::make_unique<State>()) {}
Registry::~Registry() = default;

void Registry::describe(const std::string &name, const std::string &help) {
    const std::lock_guard lock(m_state->mutex);
    m_state->help[name] = help;
}

void Registry::count(const std::string &name, const Labels &labels, double by) {
    m_state->family(m_state->counters, name, prometheus::BuildCounter).Add(labels).Increment(by);
}

void Registry::set(const std::string &name, const Labels &labels, double value) {
    m_state->family(m_state->gauges, name, prometheus::BuildGauge).Add(labels).Set(value);
}

void Registry::observe(const std::string &name, const Labels &labels, double seconds) {
    static const prometheus::Histogram::BucketBoundaries bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                                0.25,  0.5,    1,     2.5,  5,     10};
    m_state->family(m_state->histograms, name, prometheus::BuildHistogram).Add(labels, bounds).Observe(seconds);
}

QByteArray Registry::text() const {
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(m_state->registry.Collect()));
}

} // namespace wemo::metrics
