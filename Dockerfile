# The service in a container: docker build -t hegui . && docker run -p 127.0.0.1:8042:8042 -v hegui:/var/lib/hegui hegui
#
# In a container the address of the service is not the loopback one, so it wants tokens and TLS or a proxy, as anywhere:
#   docker run … -v /etc/hegui:/etc/hegui:ro hegui
# with a hegui.yaml there that names token-file and tls-certificate, or behind-proxy. Without it, commands work all the same:
#   docker run --rm hegui check --name 深圳前海RWA数字科技有限公司

FROM swift:6.3-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends dpkg-dev libarchive-dev libsqlite3-dev libxlsxwriter-dev libxml2-dev pkg-config python3 \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN Packaging/debian/build /out

FROM debian:bookworm-slim
COPY --from=build /out/hegui_*.deb /tmp/hegui.deb
RUN apt-get update \
    && apt-get install -y --no-install-recommends /tmp/hegui.deb \
    && rm -rf /var/lib/apt/lists/* /tmp/hegui.deb \
    && install -d -o hegui -g hegui -m 750 /var/lib/hegui /var/cache/hegui
USER hegui
ENV XDG_CACHE_HOME=/var/cache
VOLUME /var/lib/hegui
EXPOSE 8042
# SIGTERM finishes what was begun.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/bin/hegui"]
CMD ["serve", "--config", "/etc/hegui/hegui.yaml"]
