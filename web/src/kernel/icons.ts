import {
  ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Avatar, Bell, Box, Calendar, ChatDotRound, ChatLineSquare, Check, CircleCheck,
  Clock, Close, Coin, Connection, DataAnalysis, Delete, Download, Edit, EditPen, Finished, Flag, Guide, House, InfoFilled, Location,
  Lock, Minus, MoreFilled, Odometer, OfficeBuilding, Phone, Picture, Plus, Printer, Refresh, Search, Setting, Share, Switch, Tickets,
  Upload, User, UserFilled, View, WarningFilled,
} from '@element-plus/icons-vue'
import { h, type Component, type FunctionalComponent } from 'vue'

/** The lamps' marks that the library lacks in a solid form. */
const TriangleMark: FunctionalComponent = () =>
  h('svg', { viewBox: '0 0 16 16', fill: 'currentColor' }, [
    h('path', { 'fill-rule': 'evenodd', d: 'M8 1.2 15.4 14.4H.6ZM7.2 6v4.2h1.6V6Zm0 5.4V13h1.6v-1.6Z' }),
  ])
const PauseMark: FunctionalComponent = () => h('svg', { viewBox: '0 0 16 16', fill: 'currentColor' }, [h('path', { d: 'M3.5 2h3v12h-3zM9.5 2h3v12h-3z' })])

/** Icons by what they mean here. Add to this list rather than importing the library in a page. */
export const icons = {
  workbench: Odometer, cockpit: DataAnalysis, demand: ChatDotRound, deliberation: Tickets, project: Coin, resource: Box,
  activity: Calendar, visit: Guide, network: Share, organization: Flag, unit: OfficeBuilding, member: UserFilled, body: Connection,
  talent: Avatar, assessment: Finished, portal: View, admin: Setting,
  bell: Bell, suggest: ChatLineSquare, me: User, search: Search, place: Location, home: House,
  down: ArrowDown, up: ArrowUp, left: ArrowLeft, right: ArrowRight, check: Check, done: CircleCheck, close: Close, minus: Minus, plus: Plus,
  clock: Clock, pause: PauseMark, triangle: TriangleMark, warning: WarningFilled, info: InfoFilled, edit: Edit, write: EditPen, delete: Delete, lock: Lock,
  more: MoreFilled, phone: Phone, picture: Picture, print: Printer, refresh: Refresh, upload: Upload, download: Download, switch: Switch,
} satisfies Record<string, Component>

export type IconName = keyof typeof icons
