#include "present/kms_card.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <xf86drm.h>
#include <xf86drmMode.h>

#include <fmt/format.h>

#include "io/descriptor.hpp"

namespace kiosk {
namespace {

template <auto release>
struct Release {
    template <class T>
    void operator()(T* value) const { release(value); }
};
using Resources = std::unique_ptr<drmModeRes, Release<drmModeFreeResources>>;
using Connector = std::unique_ptr<drmModeConnector, Release<drmModeFreeConnector>>;
using Encoder = std::unique_ptr<drmModeEncoder, Release<drmModeFreeEncoder>>;
using Property = std::unique_ptr<drmModePropertyRes, Release<drmModeFreeProperty>>;

double refresh_of(drmModeModeInfo const& mode) {
    double const pixels = static_cast<double>(mode.htotal) * mode.vtotal;
    return pixels > 0 ? mode.clock * 1000.0 / pixels * ((mode.flags & DRM_MODE_FLAG_INTERLACE) ? 2 : 1) : mode.vrefresh;
}

KmsMode mode_of(drmModeModeInfo const& mode, int index) {
    return {{mode.hdisplay, mode.vdisplay}, refresh_of(mode), (mode.type & DRM_MODE_TYPE_PREFERRED) != 0, index};
}

class DrmCard final : public KmsCard {
public:
    explicit DrmCard(Descriptor card) : card_(std::move(card)) {}

    std::vector<KmsOutput> outputs(bool asks) override {
        std::vector<KmsOutput> outputs;
        Resources const resources(drmModeGetResources(fd()));
        if (!resources) return outputs;
        for (int i = 0; i < resources->count_connectors; ++i) {
            auto const id = resources->connectors[i];
            Connector const connector(asks ? drmModeGetConnector(fd(), id) : drmModeGetConnectorCurrent(fd(), id));
            if (!connector) continue;
            char const* const type = drmModeGetConnectorTypeName(connector->connector_type);
            KmsOutput output{id, fmt::format("{}-{}", type ? type : "Unknown", connector->connector_type_id),
                             connector->connection == DRM_MODE_CONNECTED, {}, crtcs_of(*resources, *connector)};
            auto& modes = modes_[id];
            modes.assign(connector->modes, connector->modes + connector->count_modes);
            for (std::size_t k = 0; k < modes.size(); ++k) output.modes.push_back(mode_of(modes[k], static_cast<int>(k)));
            outputs.push_back(std::move(output));
        }
        return outputs;
    }

    std::optional<KmsBuffer> make_buffer(Size size) override {
        std::uint32_t handle = 0, pitch = 0, id = 0;
        std::uint64_t bytes = 0, offset = 0;
        if (drmModeCreateDumbBuffer(fd(), static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height), 32, 0,
                                    &handle, &pitch, &bytes) != 0)
            return {};
        void* memory = MAP_FAILED;
        if (drmModeAddFB(fd(), static_cast<std::uint32_t>(size.width), static_cast<std::uint32_t>(size.height), 24, 32, pitch, handle,
                         &id) == 0 &&
            drmModeMapDumbBuffer(fd(), handle, &offset) == 0)
            memory = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, fd(), static_cast<off_t>(offset));
        if (memory == MAP_FAILED) {
            if (id) drmModeRmFB(fd(), id);
            drmModeDestroyDumbBuffer(fd(), handle);
            return {};
        }
        std::memset(memory, 0, bytes);
        dumb_[id] = {handle, memory, bytes};
        return KmsBuffer{id, {static_cast<std::uint8_t*>(memory), static_cast<int>(pitch), size}};
    }

    void drop_buffer(KmsBuffer const& buffer) override {
        auto const found = dumb_.find(buffer.id);
        if (found == dumb_.end()) return;
        ::munmap(found->second.memory, found->second.bytes);
        drmModeRmFB(fd(), buffer.id);
        drmModeDestroyDumbBuffer(fd(), found->second.handle);
        dumb_.erase(found);
    }

    bool set_mode(std::uint32_t crtc, KmsOutput const& output, KmsMode const& mode, KmsBuffer const& buffer) override {
        auto& modes = modes_[output.connector];
        auto connector = output.connector;
        if (mode.index < 0 || static_cast<std::size_t>(mode.index) >= modes.size()) return false;
        return drmModeSetCrtc(fd(), crtc, buffer.id, 0, 0, &connector, 1, &modes[static_cast<std::size_t>(mode.index)]) == 0;
    }

    bool flip(std::uint32_t crtc, KmsBuffer const& buffer, bool& is_pending) override {
        is_pending = drmModePageFlip(fd(), crtc, buffer.id, DRM_MODE_PAGE_FLIP_EVENT, &is_pending) == 0;
        return is_pending;
    }

    void wait_for_flips(milliseconds longest) override {
        pollfd wanted{fd(), POLLIN, 0};
        if (::poll(&wanted, 1, static_cast<int>(longest.count())) <= 0) return;
        drmEventContext context{};
        context.version = 2;
        context.page_flip_handler = [](int, unsigned, unsigned, unsigned, void* is_pending) { *static_cast<bool*>(is_pending) = false; };
        drmHandleEvent(fd(), &context);
    }

    bool set_lit(KmsOutput const& output, bool is_lit) override {
        Connector const connector(drmModeGetConnectorCurrent(fd(), output.connector));
        if (!connector) return false;
        for (int i = 0; i < connector->count_props; ++i) {
            Property const property(drmModeGetProperty(fd(), connector->props[i]));
            if (property && std::strcmp(property->name, "DPMS") == 0)
                return drmModeConnectorSetProperty(fd(), output.connector, property->prop_id,
                                                   is_lit ? DRM_MODE_DPMS_ON : DRM_MODE_DPMS_OFF) == 0;
        }
        return false;
    }

private:
    struct Dumb {
        std::uint32_t handle = 0;
        void* memory = nullptr;
        std::uint64_t bytes = 0;
    };
    int fd() const { return card_.get(); }

    std::vector<std::uint32_t> crtcs_of(drmModeRes const& resources, drmModeConnector const& connector) const {
        std::uint32_t possible = 0;
        for (int i = 0; i < connector.count_encoders; ++i)
            if (Encoder const encoder{drmModeGetEncoder(fd(), connector.encoders[i])}) possible |= encoder->possible_crtcs;
        std::vector<std::uint32_t> crtcs;
        for (int i = 0; i < resources.count_crtcs && i < 32; ++i)
            if (possible & 1u << i) crtcs.push_back(resources.crtcs[i]);
        return crtcs;
    }

    Descriptor card_;
    std::map<std::uint32_t, Dumb> dumb_;                          // by the buffer's id
    std::map<std::uint32_t, std::vector<drmModeModeInfo>> modes_;  // by connector, as they were listed last
};

Outcome<std::unique_ptr<KmsCard>> refused(std::string const& path, std::string_view why, std::string_view hint) {
    return {{}, {{Severity::error, "display-missing", fmt::format("{}: {}", path, why), std::string(hint), {}}}};
}

}  // namespace

Outcome<std::unique_ptr<KmsCard>> open_kms_card(std::string const& path) {
    Descriptor card(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK));
    if (!card) return refused(path, std::strerror(errno), "make this user a member of the groups video and render");
    std::uint64_t has_dumb = 0;
    Resources const resources(drmModeGetResources(card.get()));
    if (!resources || resources->count_connectors == 0 || drmGetCap(card.get(), DRM_CAP_DUMB_BUFFER, &has_dumb) != 0 || !has_dumb)
        return refused(path, "has no outputs for monitors", "");
    // Whoever opens the card first is its master; a program that left may have been it.
    if (!drmIsMaster(card.get()) && drmSetMaster(card.get()) != 0)
        return refused(path, "another program shows its picture there", "end it, or the desktop session that it belongs to");
    return {std::make_unique<DrmCard>(std::move(card)), {}};
}

}  // namespace kiosk
