import {
  ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Avatar, Bell, Box, Calendar, ChatDotRound, ChatLineSquare, Check, CircleCheck,
  Clock, Close, Coin, Connection, DataBoard, Delete, Download, Edit, EditPen, Finished, Flag, Guide, House, InfoFilled, Location,
  Lock, Minus, MoreFilled, Odometer, OfficeBuilding, Phone, Picture, Plus, Printer, Refresh, Search, Setting, Share, Switch, Tickets,
  Upload, User, UserFilled, VideoPause, View, WarningFilled,
} from '@element-plus/icons-vue'
import type { Component } from 'vue'

/** Icons by what they mean here. Add to this list rather than importing the library in a page. */
export const icons = {
  workbench: Odometer, cockpit: DataBoard, demand: ChatDotRound, deliberation: Tickets, project: Coin, resource: Box,
  activity: Calendar, visit: Guide, network: Share, organization: Flag, unit: OfficeBuilding, member: UserFilled, body: Connection,
  talent: Avatar, assessment: Finished, portal: View, admin: Setting,
  bell: Bell, suggest: ChatLineSquare, me: User, search: Search, place: Location, home: House,
  down: ArrowDown, up: ArrowUp, left: ArrowLeft, right: ArrowRight, check: Check, done: CircleCheck, close: Close, minus: Minus, plus: Plus,
  clock: Clock, pause: VideoPause, warning: WarningFilled, info: InfoFilled, edit: Edit, write: EditPen, delete: Delete, lock: Lock,
  more: MoreFilled, phone: Phone, picture: Picture, print: Printer, refresh: Refresh, upload: Upload, download: Download, switch: Switch,
} satisfies Record<string, Component>

export type IconName = keyof typeof icons
